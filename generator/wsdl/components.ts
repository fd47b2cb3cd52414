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
  /** The ports whose binding is a SOAP one. */
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
  /** What the binding and its operations say in neither WSDL's nor SOAP's words, such as policies. */
  readonly extensions: readonly SourceElement[];
}

/** An operation under a binding (WSDL 1.1, 2.5). */
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
  readonly faults: readonly BindingFault[];
}

/** What one direction of an operation puts into the envelope. */
export interface BindingMessage {
  readonly source: SourceElement;
  /** The parts in `soap:body`: those it names, else those of the message that no header takes. */
  readonly body: readonly MessagePart[];
  /** `soap:body/@namespace`: of the wrapper element of style rpc (WS-I BP 1.1, R2717). */
  readonly namespace: string | undefined;
  readonly headers: readonly BindingHeader[];
  /** What goes beside the envelope. */
  readonly contents: readonly BindingContent[];
  /** `wsam:Action`, or an older spelling, of the port type (WS-Addressing 1.0 - Metadata, 4.4.1). */
  readonly addressingAction: string | undefined;
}

/** WSDL 1.1, 3.7: a header block, and the header blocks that faults about it may carry. */
export interface BindingHeader {
  readonly source: SourceElement;
  readonly part: MessagePart;
  readonly faults: readonly MessagePart[];
}

/** WSDL 1.1, 5.4 and 5.6: a part that is an attachment, and the media types that it may have. */
export interface BindingContent {
  readonly source: SourceElement;
  readonly part: MessagePart;
  readonly types: readonly string[];
}

/** WSDL 1.1, 3.6: what may stand in the detail of a fault. */
export interface BindingFault {
  readonly source: SourceElement;
  readonly name: string;
  readonly documentation: string | undefined;
  /** `undefined` where the fault's message could not be read; then there is an issue. */
  readonly part: MessagePart | undefined;
}

/** WSDL 1.1, 2.3. */
export interface MessagePart {
  readonly source: SourceElement;
  readonly name: string;
  readonly element: ElementDeclaration | undefined;
  readonly type: TypeDefinition | undefined;
}
