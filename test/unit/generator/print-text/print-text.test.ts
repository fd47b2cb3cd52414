import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { generateFiles } from "../../../../generator/generate.js";
import { nodeFiles } from "../../../../generator/load/node-files.js";
import { printText } from "../../../../generator/print/print-text.js";
import { root } from "../../../project-root.js";

const schemas = [`${root}/schemas/um.wsdl`, `${root}/../shared/data/corpus/kml-2.2/schema/ogckml22.xsd`];

it.each(schemas)("prints %s as ts-morph does", async (schema) => {
  // The schemas of others are not part of this project.
  if (!existsSync(schema)) return;
  const options = nodeFiles(root);
  const [quick, slow] = await Promise.all([
    generateFiles([schema], { ...options, print: async (files) => printText(files) }),
    generateFiles([schema], options),
  ]);
  expect(quick.files).toEqual(slow.files);
  expect(slow.files.length).toBeGreaterThan(0);
});

it("refuses what is no text", () => {
  expect(() => printText([{ path: "a.ts", structure: { statements: [() => undefined] } }])).toThrow(
    "a.ts has a statement that is no text",
  );
});
