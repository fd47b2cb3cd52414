import type { XmlName } from "../../src/xml/names.js";
import type { SourceElement } from "../load/document.js";
import type { ElementDeclaration, TypeDefinition } from "../schema/components.js";

/** The components of WSDL 1.1 with its SOAP binding, resolved. */
export interface ServiceSet {
  readonly bindings: readonly Binding[];
  readonly services: readonly Service[];
}

/** WSDL 1.1, 2.7. */
export interface Service {
  readonly source: SourceElement;
  readonly name: XmlName;
  readonly documentation: string | undefined;
  readonly ports: readonly Port[];
}

/** WSDL 1.1, 2.6. */
export interface Port {
  readonly source: SourceElement;
  readonly name: string;
  readonly binding: Binding;
  /** `soap:address/@location`. */
  readonly address: string | undefined;
}

/** WSDL 1.1, 2.5 and 3.3: a SOAP binding of a port type. */
export interface Binding {
  readonly source: SourceElement;
  readonly name: XmlName;
  readonly portType: XmlName;
  readonly documentation: string | undefined;
  readonly soap: "1.1" | "1.2";
  readonly style: "document" | "rpc";
  readonly operations: readonly BindingOperation[];
}

export interface BindingOperation {
  readonly source: SourceElement;
  readonly name: string;
  readonly documentation: string | undefined;
  readonly style: "document" | "rpc";
  /** `soap:operation/@soapAction`; the empty string where it is absent. */
  readonly soapAction: string;
  readonly input: BindingMessage;
  /** `undefined` for a one-way operation. */
  readonly output: BindingMessage | undefined;
}

/** What one direction of an operation puts into the envelope. */
export interface BindingMessage {
  readonly source: SourceElement;
  readonly body: readonly MessagePart[];
}

/** WSDL 1.1, 2.3. */
export interface MessagePart {
  readonly source: SourceElement;
  readonly name: string;
  readonly element: ElementDeclaration | undefined;
  readonly type: TypeDefinition | undefined;
}
