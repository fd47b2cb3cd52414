import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeFiles } from "../../../../../generator/load/node-files.js";
import { readComponents } from "../../../../../generator/questions/read-components.js";
import { html } from "../../../../../generator/questions/site/html.js";
import { buildSite } from "../../../../../generator/questions/site/site.js";
import { root } from "../../../../project-root.js";
import { readInline, xsd } from "../../read-inline.js";

/** Links and sources of a page that lead to no file of the site. */
function deadLinks(files: readonly { readonly path: string; readonly text: string }[]): readonly string[] {
  const known = new Set(files.map(({ path }) => path));
  return files
    .filter(({ path }) => path.endsWith(".html"))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/(?:href|src)="([^"#:]+)"/g)].flatMap(([, target = ""]) => {
        const file = posix.join(posix.dirname(path), target);
        return known.has(file) ? [] : `${path} → ${file}`;
      }),
    );
}

describe("a site", () => {
  it("has a page for everything, and no dead link", async () => {
    const read = await readComponents(["schemas/um.wsdl"], nodeFiles(root));
    const files = buildSite(read, { title: "UM" });
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        "index.html",
        "operations/Disconnect.html",
        "elements/Disconnect.html",
        "types/UMCallState.html",
        "assets/pages.js",
      ]),
    );
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
    expect(deadLinks(files)).toEqual([]);
  });

  it("tells names apart that differ in case or namespace only", async () => {
    const other = xsd('<xs:element name="note" type="xs:int"/>', "urn:u");
    const files = buildSite(
      await readInline({
        "a.xsd": xsd(
          '<xs:import namespace="urn:u" schemaLocation="b.xsd"/><xs:element name="note" type="xs:int"/><xs:element name="Note" type="xs:int"/>',
        ),
        "b.xsd": other,
      }),
      { title: "Notes" },
    );
    expect(files.map(({ path }) => path).filter((path) => path.startsWith("elements/"))).toEqual([
      "elements/note.html",
      "elements/Note-2.html",
      "elements/note-3.html",
    ]);
  });

  it("shows what authors write as text, never as markup", async () => {
    const evil = '&lt;script&gt;alert(1)&lt;/script&gt;"&apos;';
    const files = buildSite(
      await readInline({
        "a.xsd": xsd(
          `<xs:element name="a"><xs:annotation><xs:documentation>${evil}</xs:documentation></xs:annotation></xs:element>`,
        ),
      }),
      { title: "</title><script>alert(2)</script>" },
    );
    const pages = files
      .filter(({ path }) => path.endsWith(".html"))
      .map(({ text }) => text)
      .join("");
    expect(pages).not.toMatch(/<script>|alert\(1\)<\/script>/);
    expect(pages).toContain("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;");
    expect(files.find(({ path }) => path === "assets/pages.js")?.text).not.toContain("<");
  });

  it("draws contents with groups, occurrence and what is left out", async () => {
    const many = Array.from({ length: 80 }, (_, index) => `<xs:element name="e${index}" minOccurs="0"/>`).join("");
    const schema = xsd(
      `<xs:complexType name="T"><xs:choice maxOccurs="5"><xs:element name="a"/><xs:element name="b"/></xs:choice></xs:complexType><xs:complexType name="U"><xs:sequence>${many}</xs:sequence></xs:complexType>`,
    );
    const files = new Map(
      buildSite(await readInline({ "a.xsd": schema }), { title: "T" }).map(({ path, text }) => [path, text]),
    );
    expect(files.get("types/T.html")).toMatch(/<g class="choice">.*⋔.*\{1,5\}/s);
    expect(files.get("types/U.html")).toContain("… 20 more");
    expect(files.get("types/U.html")).toMatch(/<g class="element optional">/);
  });
});

it("html escapes texts and keeps markup", () => {
  const inner = html`<b>${"<&>"}</b>`;
  expect(html`<p title="${'"'}">${inner}${[inner, "x"]}${undefined}${1}</p>`.markup).toBe(
    '<p title="&quot;"><b>&lt;&amp;&gt;</b><b>&lt;&amp;&gt;</b>x1</p>',
  );
});
