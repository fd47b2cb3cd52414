import { html } from "../questions/site/html.js";
import { pageScript } from "./page-script.js";
import { pageStyle } from "./page-style.js";

/** What stands in the page at first. */
const example = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:example:order"
    xmlns="urn:example:order" elementFormDefault="qualified">
  <xs:element name="order">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="item" type="Item" maxOccurs="unbounded"/>
        <xs:choice>
          <xs:element name="pickup" type="xs:date"/>
          <xs:element name="address" type="xs:string"/>
        </xs:choice>
      </xs:sequence>
      <xs:attribute name="id" type="Id" use="required"/>
    </xs:complexType>
  </xs:element>
  <xs:complexType name="Item">
    <xs:simpleContent>
      <xs:extension base="xs:string">
        <xs:attribute name="count" type="xs:positiveInteger" default="1"/>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>
  <xs:simpleType name="Id">
    <xs:restriction base="xs:string"><xs:pattern value="[A-Z]{2}-\\d{4}"/></xs:restriction>
  </xs:simpleType>
</xs:schema>
`;

/** The whole page in one file: style, script and worker included. */
export function playgroundPage(workerScript: string): string {
  // Nothing in a script may look like its end.
  const inline = (script: string) => ({
    markup: script.replace(/<\/(script)/gi, "<\\/$1").replaceAll("<!--", "<\\!--"),
  });
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>xsdsmith playground</title>
<link rel="icon" href="data:,">
<style>${{ markup: pageStyle }}</style>
</head>
<body>
<header><h1>xsdsmith playground</h1><p>Schema or WSDL in, TypeScript out; nothing leaves this page.</p><output id="status" aria-label="Time"></output></header>
<main>
<section aria-labelledby="schema-title"><h2 id="schema-title">Schema</h2>
<div class="field"><pre aria-hidden="true"></pre><textarea id="schema" spellcheck="false" autocapitalize="off" aria-labelledby="schema-title" aria-describedby="schema-findings">${example}</textarea></div>
<ul id="schema-findings" aria-live="polite"></ul></section>
<section aria-labelledby="code-title"><h2 id="code-title">TypeScript</h2>
<div class="field"><code id="code" tabindex="0" role="region" aria-labelledby="code-title"></code></div></section>
<section aria-labelledby="instance-title"><h2><span id="instance-title">Document</span> <button id="sample" type="button">New sample</button></h2>
<div class="field"><pre aria-hidden="true"></pre><textarea id="instance" spellcheck="false" autocapitalize="off" aria-labelledby="instance-title" aria-describedby="instance-findings"></textarea></div>
<ul id="instance-findings" aria-live="polite"></ul></section>
</main>
<script id="worker" type="text/plain">${inline(workerScript)}</script>
<script>${inline(pageScript)}</script>
</body>
</html>
`.markup;
}
