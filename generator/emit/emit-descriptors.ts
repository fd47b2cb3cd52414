import type { DeclarationBinding } from "../bind/model.js";
import { descriptorCall } from "../calls/descriptor-calls.js";
import type { CallExpression, Expression } from "../calls/expression.js";
import { elementValueText, valueList } from "./emit-types.js";
import type { Imports } from "./imports.js";
import {
  call,
  callWithThunk,
  concat,
  indent,
  type Layout,
  lineWidth,
  listing,
  quote,
  record,
  render,
  widthOf,
} from "./layout.js";

/** What the descriptors of one module are emitted with. */
export interface DescriptorContext {
  readonly imports: Imports;
  /** The expression of a namespace name. */
  readonly namespace: (name: string) => string;
}

/** The same within one declaration. */
interface ExpressionContext extends DescriptorContext {
  /** The values of an enumeration that a constant holds, with its name. */
  readonly values: ReturnType<typeof valueList>;
}

const descriptorTypes: Readonly<Record<DeclarationBinding["kind"], string>> = {
  simpleType: "SimpleTypeDescriptor",
  complexType: "ComplexTypeDescriptor",
  variants: "VariantsDescriptor",
  substitutionGroup: "SubstitutionGroupDescriptor",
  element: "ElementDescriptor",
  service: "ServiceDescriptor",
};

/** `export const CallId: SimpleTypeDescriptor<CallId> = simpleType(ns, "CallId", () => …);` */
export function emitDescriptor(declaration: DeclarationBinding, context: DescriptorContext): string {
  const { imports } = context;
  const { kind, identifier } = declaration;
  const described = kind === "element" ? elementValueText(declaration, imports) : identifier;
  const values = kind === "simpleType" ? valueList(declaration, imports) : undefined;
  return emitConst(
    identifier,
    `${imports.runtimeType(descriptorTypes[kind])}<${described}>`,
    callLayout(descriptorCall(declaration), { ...context, values }),
  );
}

/** An annotated constant that bundlers may drop: all descriptors are made by pure calls. */
function emitConst(identifier: string, type: string, value: Layout): string {
  const start = `export const ${identifier}: ${type} = /* @__PURE__ */`;
  // On a line of its own the call may need no breaks; and behind the type its beginning may be too long in any case.
  const ownLineFits = widthOf(value) <= lineWidth - 3;
  const text = render(value, start.length + 1);
  const [firstLine = ""] = `${text};`.split("\n", 1);
  const fits = start.length + 1 + firstLine.length <= lineWidth;
  const behind = fits && (!text.includes("\n") || !ownLineFits);
  return behind ? `${start} ${text};` : `${start}\n  ${render(indent(value), 2)};`;
}

function expressionLayout(expression: Expression, context: ExpressionContext): Layout {
  const { imports, namespace, values } = context;
  if (typeof expression === "string") return quote(expression);
  if (typeof expression !== "object") {
    return expression === Number.POSITIVE_INFINITY ? imports.runtime("unbounded") : String(expression);
  }
  switch (expression.kind) {
    case "constant":
      return imports.runtime(expression.name);
    case "namespace":
      return namespace(expression.name);
    case "declaration":
      return imports.reference(expression.declaration);
    case "list":
      if (expression.items === values?.values) return values.name;
      return listing("[", layouts(expression.items, context), "]");
    case "record":
      return record(expression.fields.map(([key, value]) => [key, expressionLayout(value, context)]));
    case "later": {
      const value = expressionLayout(expression.value, context);
      const isRecord = typeof expression.value === "object" && expression.value.kind === "record";
      return isRecord ? concat("() => (", value, ")") : concat("() => ", value);
    }
    case "call":
      return callLayout(expression, context);
  }
}

function layouts(expressions: readonly Expression[], context: ExpressionContext): readonly Layout[] {
  return expressions.map((each) => expressionLayout(each, context));
}

/** Calls none of whose arguments is what they are about: all of them are on one line, or each on its own. */
const evenCalls: ReadonlySet<string> = new Set(["key", "keyref", "mimeContent", "operation", "unique"]);
const groupCalls: ReadonlySet<string> = new Set(["all", "choice", "sequence"]);

function callLayout(expression: CallExpression, context: ExpressionContext): Layout {
  const { function: name, arguments: args } = expression;
  const function_ = context.imports.runtime(name);
  if (evenCalls.has(name)) {
    // The only call that stands within another without a function around it.
    const mark = name === "operation" ? "/* @__PURE__ */ " : "";
    return concat(mark, function_, listing("(", layouts(args, context), ")"));
  }
  if (groupCalls.has(name)) {
    // The compiler would take the names for any where there is none to learn them from.
    const names = namesNothing(expression) ? "<never>" : "";
    const separated = layouts(args, context).flatMap((arg, index) => (index === 0 ? [arg] : [", ", arg]));
    return concat(`${function_}${names}(`, ...separated, ")");
  }
  const last = args.at(-1);
  if (name === "simpleType" && typeof last === "object" && last.kind === "later") {
    const before = layouts(args.slice(0, -1), context).map(String);
    return callWithThunk(function_, before, expressionLayout(last.value, context));
  }
  return call(function_, layouts(args, context));
}

function namesNothing(expression: Expression): boolean {
  if (typeof expression !== "object" || expression.kind !== "call" || !groupCalls.has(expression.function))
    return false;
  const [particles] = expression.arguments;
  return typeof particles === "object" && particles.kind === "list" && particles.items.every(namesNothing);
}
