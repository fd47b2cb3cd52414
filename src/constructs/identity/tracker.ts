import type { Datatype, Report } from "../../datatypes/datatype.js";
import type { IdentityCodec, IdentityTracker } from "../../engine/identity.js";
import type { IssuePlace } from "../../errors.js";
import type { IdentityConstraintDescriptor } from "../../schema/descriptors.js";
import { clarkName, type XmlName, xmlName } from "../../xml/names.js";
import { leadsTo, type Path, parsePaths, passes } from "./paths.js";

/** A constraint with its paths read. */
interface Constraint {
  readonly descriptor: IdentityConstraintDescriptor;
  readonly name: XmlName;
  readonly selector: readonly Path[];
  readonly fields: readonly (readonly Path[])[];
}

/** A constraint in force: from the start of the element that declares it to its end. */
interface Scope {
  readonly constraint: Constraint;
  readonly depth: number;
  /** For a key: the key sequences of the elements found. */
  readonly found: Set<string>;
  /** For a keyref: the key sequences that are still to be found, with their places. */
  readonly references: Reference[];
  /** For a keyref: the key that the same element declares, if that is the one it refers to. */
  readonly refersTo: Scope | undefined;
}

interface Reference {
  readonly key: string;
  readonly place: IssuePlace;
  readonly shown: string;
}

/** An element that a selector has found, while its fields are gathered. */
interface Target {
  readonly scope: Scope;
  readonly depth: number;
  /** Where the element stands; good until it ends. */
  readonly place: () => IssuePlace;
  readonly values: (FieldValue | undefined)[];
  /** A field has a value that is not known. */
  unknown: boolean;
}

interface FieldValue {
  readonly datatype: Datatype;
  readonly value: unknown;
}

/** The node table of a key (3.11.5): `false` marks a key sequence that two subtrees hold. */
type NodeTable = Map<string, boolean>;

const prepared = new WeakMap<IdentityConstraintDescriptor, Constraint>();

function prepare(descriptor: IdentityConstraintDescriptor): Constraint {
  let constraint = prepared.get(descriptor);
  if (constraint === undefined) {
    const { namespace, name, selector, fields } = descriptor;
    constraint = {
      descriptor,
      name: xmlName(namespace, name),
      selector: parsePaths(selector),
      fields: fields.map(parsePaths),
    };
    prepared.set(descriptor, constraint);
  }
  return constraint;
}

/** Checks identity constraints. */
export const identityCodec: IdentityCodec = { newTracker };

/** Part 1, 3.11.4, "Identity-constraint Satisfied", in one pass and in time linear in the nodes found. */
function newTracker(report: Report): IdentityTracker {
  const open: XmlName[] = [];
  const scopes: Scope[] = [];
  const targets: Target[] = [];
  /** For each open element: the node tables of the keys declared on it or below it, by their names. */
  const tables: (Map<string, NodeTable> | undefined)[] = [];
  /** Fields that the innermost element's value is for. */
  const waiting: { readonly target: Target; readonly field: number; readonly depth: number }[] = [];
  let keyrefs = 0;
  /** There are keys that are not known, so that no reference is known to be wrong. */
  let unknownKeys = false;
  return {
    get active() {
      return scopes.length > 0;
    },
    start,
    attribute,
    value,
    unknownValue,
    end,
  };

  function start(name: XmlName, constraints: readonly IdentityConstraintDescriptor[], place: () => IssuePlace): void {
    open.push(name);
    const depth = open.length - 1;
    for (const descriptor of constraints) {
      const refersTo = scopes.find(
        (scope) => scope.depth === depth && clarkName(scope.constraint.name) === descriptor.refer,
      );
      scopes.push({ constraint: prepare(descriptor), depth, found: new Set(), references: [], refersTo });
      if (descriptor.kind === "keyref") keyrefs++;
    }
    for (const scope of scopes) {
      if (!scope.constraint.selector.some((path) => leadsTo(path, open, scope.depth))) continue;
      const values = scope.constraint.fields.map(() => undefined);
      targets.push({ scope, depth, place, values, unknown: false });
    }
    for (const target of targets) {
      for (const [field, paths] of target.scope.constraint.fields.entries()) {
        const found = paths.some((path) => path.attribute === undefined && leadsTo(path, open, target.depth));
        if (found) waiting.push({ target, field, depth });
      }
    }
  }

  function attribute(name: XmlName, datatype: Datatype, held: unknown): void {
    for (const target of targets) {
      for (const [field, paths] of target.scope.constraint.fields.entries()) {
        const found = paths.some(
          (path) => path.attribute !== undefined && passes(path.attribute, name) && leadsTo(path, open, target.depth),
        );
        if (found) setField(target, field, datatype, held);
      }
    }
  }

  function value(datatype: Datatype | undefined, held: unknown): void {
    const depth = open.length - 1;
    for (let last = waiting.at(-1); last !== undefined && last.depth === depth; last = waiting.at(-1)) {
      waiting.pop();
      if (datatype !== undefined) {
        setField(last.target, last.field, datatype, held);
      } else if (held !== null) {
        const { name } = last.target.scope.constraint;
        report(
          {
            code: "cvc-identity-constraint.3",
            message: `a field of ${quote(name)} is \`${open[depth]?.localName}\`, which has no simple value`,
          },
          last.target.place(),
        );
      }
    }
  }

  function unknownValue(): void {
    const depth = open.length - 1;
    for (let last = waiting.at(-1); last !== undefined && last.depth === depth; last = waiting.at(-1)) {
      waiting.pop();
      last.target.unknown = true;
      unknownKeys = true;
    }
  }

  function setField(target: Target, field: number, datatype: Datatype, held: unknown): void {
    const { name, descriptor } = target.scope.constraint;
    if (target.values[field] !== undefined) {
      const message = `field ${descriptor.fields[field]} of ${quote(name)} finds more than one value`;
      report({ code: "cvc-identity-constraint.3", message }, target.place());
      return;
    }
    target.values[field] = { datatype, value: held };
  }

  function end(): void {
    const depth = open.length - 1;
    while (targets.at(-1)?.depth === depth) {
      const target = targets.pop();
      if (target !== undefined) finish(target);
    }
    const closing: Scope[] = [];
    for (let scope = scopes.at(-1); scope?.depth === depth; scope = scopes.at(-1)) {
      closing.unshift(scope);
      scopes.pop();
    }
    if (keyrefs > 0) for (const scope of closing) publish(scope);
    for (const scope of closing) {
      if (scope.constraint.descriptor.kind !== "keyref") continue;
      keyrefs--;
      resolve(scope);
    }
    open.pop();
    const own = tables[depth];
    tables[depth] = undefined;
    if (own !== undefined && keyrefs > 0 && depth > 0) mergeInto(depth - 1, own);
  }

  function finish({ scope, values, place, unknown }: Target): void {
    if (unknown) return;
    const { descriptor, name } = scope.constraint;
    const complete: FieldValue[] = [];
    for (const [field, held] of values.entries()) {
      if (held !== undefined) complete.push(held);
      else if (descriptor.kind === "key") {
        const message = `field ${descriptor.fields[field]} of ${quote(name)} is absent`;
        report({ code: "cvc-identity-constraint.4.2.1", message }, place());
      }
    }
    if (complete.length < values.length) return;
    const key = keyOf(complete);
    if (descriptor.kind === "keyref") {
      // Most refer to what has come before them.
      if (scope.refersTo?.found.has(key) !== true)
        scope.references.push({ key, place: place(), shown: show(complete) });
      return;
    }
    if (scope.found.has(key)) {
      const code = descriptor.kind === "key" ? "cvc-identity-constraint.4.2.2" : "cvc-identity-constraint.4.1";
      report({ code, message: `${show(complete)} occurs twice; ${quote(name)} must be unique` }, place());
    }
    scope.found.add(key);
  }

  /** What the element's own selector found stands in its node table, whatever its children's tables say. */
  function publish({ constraint, depth, found }: Scope): void {
    if (found.size === 0) return;
    let byName = tables[depth];
    if (byName === undefined) tables[depth] = byName = new Map();
    const name = clarkName(constraint.name);
    const table = byName.get(name) ?? new Map<string, boolean>();
    byName.set(name, table);
    for (const key of found) table.set(key, true);
  }

  function resolve({ constraint, references, depth }: Scope): void {
    const refer = constraint.descriptor.refer ?? "";
    const table = tables[depth]?.get(refer);
    for (const { key, place, shown } of references) {
      if (unknownKeys || table?.get(key) === true) continue;
      const message = `${shown} of ${quote(constraint.name)} refers to nothing that \`${refer.replace(/^.*}/, "")}\` names`;
      report({ code: "cvc-identity-constraint.4.3", message }, place);
    }
  }

  /** 3.11.5: an element's table has what its children's have, key sequences that two of them share left out. */
  function mergeInto(depth: number, own: Map<string, NodeTable>): void {
    const outer = tables[depth];
    if (outer === undefined) {
      tables[depth] = own;
      return;
    }
    for (const [name, table] of own) {
      const known = outer.get(name);
      if (known === undefined) {
        outer.set(name, table);
      } else if (known.size >= table.size) {
        for (const [key, single] of table) known.set(key, single && !known.has(key));
      } else {
        for (const [key, single] of known) table.set(key, single && !table.has(key));
        outer.set(name, table);
      }
    }
  }
}

function quote(name: XmlName): string {
  return `\`${name.localName}\``;
}

function keyOf(values: readonly FieldValue[]): string {
  const [only, another] = values;
  if (only !== undefined && another === undefined) return only.datatype.key(only.value);
  // The length before each key keeps sequences apart whatever the values hold.
  return values
    .map(({ datatype, value }) => datatype.key(value))
    .map((key) => `${key.length}:${key}`)
    .join("");
}

function show(values: readonly FieldValue[]): string {
  return values.map(({ datatype, value }) => `"${datatype.print(value)}"`).join(", ");
}
