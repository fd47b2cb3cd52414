import { bundle } from "./bundle.js";

/** Something to import, and how many bytes it may be when it is bundled, minified and compressed. */
export interface SizeRow {
  readonly name: string;
  readonly code: string;
  /** Bytes of gzip. It holds what is reached, and is raised only with a reason in `docs/size.md`. */
  readonly ceiling: number;
}

export interface MeasuredSize extends SizeRow {
  readonly minified: number;
  readonly gzip: number;
}

export const oneMessage: SizeRow = {
  name: "one message (`Disconnect`) with `parse`, `serialize` and `validate`",
  code: `
    import { parse, serialize, validate } from "xsdsmith";
    import { Disconnect } from "xsdsmith/um/messages";
    globalThis.verbs = [Disconnect, parse, serialize, validate];`,
  ceiling: 24_500,
};

const oneSmallMessage: SizeRow = {
  name: "the same of `xsdsmith/small`",
  code: oneMessage.code.replace('"xsdsmith"', '"xsdsmith/small"'),
  ceiling: 16_500,
};

/** A client of one operation. */
function disconnectClient(of: string, ceiling: number): SizeRow {
  return {
    name: `a client of \`Disconnect\` of \`${of}\``,
    code: `
      import { operation, service } from "xsdsmith/codegen";
      import { createClient } from "${of}";
      import { Disconnect, DisconnectResponse } from "xsdsmith/um/messages";
      const action = Disconnect.namespace + "/Disconnect";
      const disconnect = operation("Disconnect", action, () => Disconnect, () => DisconnectResponse);
      const calls = service(Disconnect.namespace, "UMSoap", "1.1", { disconnect });
      globalThis.client = (endpoint) => createClient(calls, { endpoint });`,
    ceiling,
  };
}

export const sizes: readonly SizeRow[] = [
  oneMessage,
  oneSmallMessage,
  { name: "`parse`", code: `export { parse } from "xsdsmith";`, ceiling: 18_750 },
  { name: "`serialize`", code: `export { serialize } from "xsdsmith";`, ceiling: 11_000 },
  { name: "`validate`", code: `export { validate } from "xsdsmith";`, ceiling: 7_150 },
  { name: "`validateXml`", code: `export { validateXml } from "xsdsmith";`, ceiling: 16_500 },
  { name: "everything of `xsdsmith`", code: `export * from "xsdsmith";`, ceiling: 50_250 },
  { name: "everything of `xsdsmith/codegen`", code: `export * from "xsdsmith/codegen";`, ceiling: 33_000 },
  { name: "`XmlReader` of `xsdsmith/xml`", code: `export { XmlReader } from "xsdsmith/xml";`, ceiling: 10_000 },
  { name: "`XmlWriter` of `xsdsmith/xml`", code: `export { XmlWriter } from "xsdsmith/xml";`, ceiling: 4_150 },
  { name: "`createClient` of `xsdsmith/soap`", code: `export { createClient } from "xsdsmith/soap";`, ceiling: 34_000 },
  disconnectClient("xsdsmith/soap", 35_250),
  disconnectClient("xsdsmith/small", 24_750),
  {
    name: "`createHandler` of `xsdsmith/soap`",
    code: `export { createHandler } from "xsdsmith/soap";`,
    ceiling: 32_250,
  },
  { name: "`createUmClient` of `xsdsmith/um`", code: `export { createUmClient } from "xsdsmith/um";`, ceiling: 40_000 },
  {
    name: "everything of `xsdsmith/fast-xml-parser`",
    code: `export * from "xsdsmith/fast-xml-parser";`,
    ceiling: 12_000,
  },
];

/** One at a time: bundles share nothing. */
export async function measureSizes(): Promise<readonly MeasuredSize[]> {
  const measured: MeasuredSize[] = [];
  for (const row of sizes) {
    const { text, gzip } = await bundle(row.code);
    measured.push({ ...row, minified: text.length, gzip });
  }
  return measured;
}

/** The table of `docs/size.md`, in Markdown. */
export function sizeTable(rows: readonly MeasuredSize[]): string {
  const lines = rows.map(({ name, minified, gzip, ceiling }) =>
    [name, ...[minified, gzip, ceiling].map((bytes) => bytes.toLocaleString("en-US"))].join(" | "),
  );
  return ["what is imported | minified | gzip | ceiling", "--- | ---: | ---: | ---:", ...lines]
    .map((line) => `| ${line} |`)
    .join("\n");
}

/** The name and the bytes of gzip of each row of such a table. */
export function readSizeTable(text: string): ReadonlyMap<string, { readonly gzip: number; readonly ceiling: number }> {
  const rows = [...text.matchAll(/^\| (.+?) \| [\d,]+ \| ([\d,]+) \| ([\d,]+) \|$/gm)];
  const bytes = (cell: string | undefined): number => Number(cell?.replaceAll(",", ""));
  return new Map(
    rows.map(([, name = "", gzip, ceiling]) => [name, { gzip: bytes(gzip), ceiling: bytes(ceiling) }] as const),
  );
}
