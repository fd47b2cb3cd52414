import { clarkName } from "../../src/xml/names.js";
import type { BindingOperation, MessagePart } from "../wsdl/components.js";
import type { BindContext } from "./bind-context.js";
import { bindDocumentation, originName } from "./bind-documentation.js";
import type { ComplexTypeBinding, ElementBinding, ElementParticleBinding, Mutable, PropertyBinding } from "./model.js";
import type { OpenModule } from "./modules.js";
import { NameScope, reservedPropertyNames, typeName } from "./names.js";

/** A body of style rpc: what its wrapper element is called, and what stands in it. */
export interface RpcBody {
  readonly operation: BindingOperation;
  readonly direction: "input" | "output";
  readonly namespace: string;
  readonly parts: readonly MessagePart[];
}

/**
 * Makes the wrapper elements of style rpc (WSDL 1.1, 3.5; WS-I Basic Profile 1.1, R2729, R2735, R2737): the operation's
 * name, for answers with `Response` behind it, in the namespace of `soap:body`; in it an element in no namespace for
 * each part.
 */
export class RpcBinder {
  readonly #types: BindContext;
  /** Bindings of one port type for several versions of SOAP have the same bodies. */
  readonly #bodies = new Map<string, ElementBinding>();

  constructor(types: BindContext) {
    this.#types = types;
  }

  bind(body: RpcBody, module: OpenModule): ElementBinding {
    const { operation, direction, namespace, parts } = body;
    const name = direction === "input" ? operation.name : `${operation.name}Response`;
    const places = parts.map(({ source }) => `${source.document.file}:${source.offset}`);
    const key = [clarkName({ namespace, localName: name }), ...places].join(" ");
    let element = this.#bodies.get(key);
    if (element === undefined) {
      element = this.#newElement(body, name, module);
      this.#bodies.set(key, element);
      module.declarations.push(element);
    }
    return element;
  }

  #newElement({ operation, direction, namespace, parts }: RpcBody, name: string, module: OpenModule): ElementBinding {
    const base = typeName(name);
    const file = originName(operation.source.document.file);
    const common = {
      module,
      identifier: module.scope.claim(base, `${base}${direction === "input" ? "Request" : "Message"}`),
      namespace,
      documentation: bindDocumentation([], { origin: `${direction} of operation ${operation.name} in ${file}` }),
      block: [],
      abstract: false,
    };
    const type: Mutable<ComplexTypeBinding> = {
      ...common,
      kind: "complexType",
      name: undefined,
      base: undefined,
      derivation: undefined,
      inherits: false,
      attributes: [],
      attributeWildcard: undefined,
      text: undefined,
      content: undefined,
      mixed: undefined,
      shape: { properties: [], choices: [] },
    };
    const scope = new NameScope(reservedPropertyNames);
    const bound = parts.flatMap((part) => this.#part(part, common.identifier, namespace, scope, module));
    type.content = {
      kind: "sequence",
      particles: bound.map(({ particle }) => particle),
      min: 1,
      max: 1,
      property: undefined,
    };
    type.shape = { properties: bound.map(({ property }) => property), choices: [] };
    return {
      ...common,
      kind: "element",
      name,
      type,
      inline: true,
      nillable: false,
      default: undefined,
      fixed: undefined,
      constraints: [],
    };
  }

  #part(
    { name, type }: MessagePart,
    owner: string,
    namespace: string,
    scope: NameScope,
    module: OpenModule,
  ): readonly { readonly particle: ElementParticleBinding; readonly property: PropertyBinding }[] {
    // A part without a type has been reported.
    if (type === undefined) return [];
    const reference = this.#types.reference(type, `${owner}_${typeName(name)}`, module, namespace);
    const property = scope.claim(this.#types.propertyName(name));
    return [
      {
        particle: {
          kind: "element",
          property,
          namespace: namespace === "" ? undefined : "",
          name,
          type: reference,
          min: 1,
          max: 1,
          array: false,
          // WS-I Basic Profile 1.1, R2211.
          nillable: false,
          default: undefined,
          fixed: undefined,
          block: [],
          constraints: [],
          declaration: undefined,
        },
        property: {
          name: property,
          documentation: bindDocumentation([]),
          type: { kind: "value", type: reference },
          occurrence: "required",
          nillable: false,
        },
      },
    ];
  }
}
