import { describe, expect, it } from "vitest";
import { generateFiles } from "../../../../generator/generate.js";
import { memoryFiles } from "../../../../generator/load/files.js";
import { type Issue, SchemaError } from "../../../../src/errors.js";

/** A service that is as it should be; the cases change one thing in it. */
const service = `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:a" targetNamespace="urn:a">
  <w:types>
    <xs:schema targetNamespace="urn:a"><xs:element name="In" type="xs:string"/><xs:element name="Out" type="xs:string"/></xs:schema>
  </w:types>
  <w:message name="DoIn"><w:part name="p" element="t:In"/></w:message>
  <w:message name="DoOut"><w:part name="p" element="t:Out"/></w:message>
  <w:portType name="P">
    <w:operation name="Do">
      <w:input message="t:DoIn"/>
      <w:output message="t:DoOut"/>
      <w:fault name="F" message="t:DoOut"/>
    </w:operation>
  </w:portType>
  <w:binding name="B" type="t:P">
    <s:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
    <w:operation name="Do">
      <s:operation soapAction="urn:Do"/>
      <w:input><s:body use="literal"/></w:input>
      <w:output><s:body use="literal"/></w:output>
      <w:fault name="F"><s:fault name="F" use="literal"/></w:fault>
    </w:operation>
  </w:binding>
</w:definitions>`;

const elsewhere = `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" targetNamespace="urn:b"/>`;

/** What is found in a service, as `severity rule`. */
async function findings(text: string): Promise<readonly string[]> {
  const shown = (issues: readonly Issue[]) => issues.map(({ code, severity = "error" }) => `${severity} ${code}`);
  try {
    return shown(
      (await generateFiles(["a.wsdl"], memoryFiles({ "a.wsdl": text, "b.html": "<html/>", "b.wsdl": elsewhere })))
        .issues,
    );
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    return shown(error.issues);
  }
}

const cases: readonly (readonly [found: string, from: string, to: string])[] = [
  ["error load-root", `<w:types>`, `<w:import namespace="urn:b" location="b.html"/><w:types>`],
  ["error wsdl-import", `<w:types>`, `<w:import namespace="urn:c" location="b.wsdl"/><w:types>`],
  ["error wsdl-name", `</w:portType>`, `</w:portType><w:message name="DoIn"/>`],
  ["error wsdl-attribute", `<w:input message="t:DoIn"/>`, `<w:input/>`],
  ["error wsdl-resolve", `<w:input message="t:DoIn"/>`, `<w:input message="t:Nope"/>`],
  ["error wsdl-binding", `<w:input><s:body use="literal"/></w:input>`, ``],
  ["error wsdl-fault", `<w:fault name="F" message="t:DoOut"/>`, `<w:fault name="F" message="t:Two"/>`],
  ["warning wsdl-unsupported", `<s:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>`, ``],
  ["error bp-R2201", `<w:input message="t:DoIn"/>`, `<w:input message="t:Two"/>`],
  // The namespace of the wrapper is missing as well.
  ["error bp-R2203, warning bp-R2717", `style="document"`, `style="rpc"`],
  ["error bp-R2204", `<w:part name="p" element="t:In"/>`, `<w:part name="p" type="xs:string"/>`],
  ["error bp-R2205", `<w:fault name="F" message="t:DoOut"/>`, `<w:fault name="F" message="t:Typed"/>`],
  ["error bp-R2303", `<w:input message="t:DoIn"/>`, ``],
  [
    "error bp-R2304",
    `</w:binding>`,
    `<w:operation name="Do"><w:input><s:body/></w:input><w:output><s:body/></w:output></w:operation></w:binding>`,
  ],
  ["error bp-R2306", `<w:part name="p" element="t:In"/>`, `<w:part name="p"/>`],
  ["error bp-R2706", `<w:input><s:body use="literal"/>`, `<w:input><s:body use="encoded"/>`],
  [
    "warning bp-R2718",
    `</w:portType>`,
    `<w:operation name="More"><w:input message="t:DoIn"/></w:operation></w:portType>`,
  ],
];

const extra = `<w:message name="Two"><w:part name="p" element="t:In"/><w:part name="q" element="t:In"/></w:message>
  <w:message name="Typed"><w:part name="p" type="xs:string"/></w:message>
  <w:portType name="P">`;

describe("a service", () => {
  const whole = service.replace(`<w:portType name="P">`, extra);

  it("as it should be has no finding", async () => {
    expect(await findings(whole)).toEqual([]);
  });

  it.each(cases)("has %s and nothing else", async (found, from, to) => {
    expect(whole).toContain(from);
    expect(new Set(await findings(whole.replace(from, () => to)))).toEqual(new Set(found.split(", ")));
  });
});
