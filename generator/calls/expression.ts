import type { DeclarationBinding } from "../bind/model.js";

/**
 * How descriptors are made, as data: the calls of functions of `xsdsmith/codegen`. `emit` writes them down as code,
 * `interpret` makes them.
 */
export type Expression =
  | Literal
  | CallExpression
  | ListExpression
  | RecordExpression
  | LaterExpression
  | ConstantExpression
  | NamespaceExpression
  | DeclarationExpression;

export type Literal = string | number | boolean | undefined;

export interface CallExpression {
  readonly kind: "call";
  /** Of `xsdsmith/codegen`. */
  readonly function: string;
  readonly arguments: readonly Expression[];
}

export interface ListExpression {
  readonly kind: "list";
  readonly items: readonly Expression[];
}

export interface RecordExpression {
  readonly kind: "record";
  readonly fields: readonly Field[];
}

export type Field = readonly [key: string, value: Expression];

/** A function without parameters: what it returns is asked for on first use. */
export interface LaterExpression {
  readonly kind: "later";
  readonly value: Expression;
}

/** A constant of `xsdsmith/codegen`. */
export interface ConstantExpression {
  readonly kind: "constant";
  readonly name: string;
}

/** The name of a namespace, which code may have a constant for. */
export interface NamespaceExpression {
  readonly kind: "namespace";
  readonly name: string;
}

/** The descriptor of a declaration. */
export interface DeclarationExpression {
  readonly kind: "declaration";
  readonly declaration: DeclarationBinding;
}

export function call(name: string, ...args: readonly Expression[]): CallExpression {
  return { kind: "call", function: name, arguments: args };
}

export function later(value: Expression): LaterExpression {
  return { kind: "later", value };
}

export function list(items: readonly Expression[]): ListExpression {
  return { kind: "list", items };
}

/** A list as an option: it is left out where it is empty. */
export function listed(items: readonly Expression[]): ListExpression | undefined {
  return items.length === 0 ? undefined : list(items);
}

/** A record of what is not `undefined`. */
export function record(fields: Readonly<Record<string, Expression>>): RecordExpression {
  return { kind: "record", fields: Object.entries(fields).filter(([, value]) => value !== undefined) };
}

/** Options as the last argument, which is left out where there is none. */
export function options(fields: Readonly<Record<string, Expression>>): readonly Expression[] {
  const given = record(fields);
  return given.fields.length === 0 ? [] : [given];
}

export function namespaceName(name: string): NamespaceExpression {
  return { kind: "namespace", name };
}

export function reference(declaration: DeclarationBinding): DeclarationExpression {
  return { kind: "declaration", declaration };
}
