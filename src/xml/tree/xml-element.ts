/**
 * An element that no descriptor describes: what a wildcard allows, kept as it is. Comments and processing instructions
 * are not kept.
 */
export interface XmlElement extends AnyType {
  /** The empty string for an element in no namespace. */
  readonly namespace: string;
  readonly name: string;
}

/** What an element of type anyType holds. */
export interface AnyType {
  /** By name, in Clark notation where it is in a namespace; namespace declarations are not among them. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  /** Text and elements in document order. */
  readonly content: readonly (string | XmlElement)[];
  /**
   * What prefixes in text and attribute values may refer to: those declared here and, on an element whose parent is
   * described, those declared around it. The empty string is the default namespace.
   */
  readonly namespaces?: Readonly<Record<string, string>> | undefined;
}
