import { clarkName } from "../../../src/xml/names.js";
import { locate } from "../../load/locate.js";
import type { Binding, BindingMessage, BindingOperation, MessagePart, ServiceSet } from "../../wsdl/components.js";
import { paragraphs } from "../explain/explain.js";
import { printPlace } from "../explain/print-explanation.js";
import { componentLink, type PageContext } from "./component-page.js";
import { type Html, html } from "./html.js";

/** The page of an operation: its messages, and where it is offered. */
export function operationPage(
  binding: Binding,
  operation: BindingOperation,
  services: ServiceSet,
  context: PageContext,
): Html {
  const { name, documentation, soapAction, input, output, faults, source } = operation;
  const addresses = services.services.flatMap(({ ports }) =>
    ports.filter((port) => port.binding === binding).flatMap(({ address }) => address ?? []),
  );
  return html`<h1><span class="kind">operation</span>${name}</h1>
<p class="meta">of ${binding.name.localName}, SOAP ${binding.soap}</p>
<p class="meta">declared at ${printPlace(locate(source))}</p>
${paragraphs(documentation === undefined ? [] : [documentation]).map((text) => html`<p>${text}</p>`)}
<table><tbody>
<tr><th scope="row">SOAPAction</th><td><code>${soapAction}</code></td></tr>
${addresses.map((address) => html`<tr><th scope="row">Address</th><td><code>${address}</code></td></tr>`)}
</tbody></table>
<h2>Request</h2>${message(input, context)}
<h2>Response</h2>${output === undefined ? html`<p>None.</p>` : message(output, context)}
${faults.length === 0 ? undefined : html`<h2>Faults</h2><ul>${faults.map((fault) => html`<li>${fault.part === undefined ? fault.name : part(fault.part, context)}</li>`)}</ul>`}`;
}

function message({ body, headers, contents }: BindingMessage, context: PageContext): Html {
  return html`<ul>${body.map((each) => html`<li>${part(each, context)}</li>`)}${headers.map(
    (header) => html`<li>header ${part(header.part, context)}</li>`,
  )}${contents.map((content) => html`<li>attachment ${content.part.name} of ${content.types.join(" or ")}</li>`)}</ul>`;
}

function part({ name, element, type }: MessagePart, context: PageContext): Html {
  if (element !== undefined) return componentLink("element", clarkName(element.name), context);
  if (type?.name === undefined) return html`${name}`;
  return html`${name} of type ${componentLink("type", clarkName(type.name), context)}`;
}
