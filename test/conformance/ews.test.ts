import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { generateFiles, type PipelineResult } from "../../generator/generate.js";
import { nodeFiles } from "../../generator/load/node-files.js";
import { infosetDifference, readInfoset } from "../infoset.js";
import { root } from "../project-root.js";
import type { Codec } from "./codec.js";
import { buildCodec, typeCheck, writeFiles } from "./generated.js";

const ews = join(root, "../shared/data/ews");

// The schemas are Microsoft's and not part of the project: without them there is nothing to test here.
describe.skipIf(!existsSync(ews))("Exchange Web Services", () => {
  const out = join(root, "dist/.ews");
  let generated: PipelineResult;
  let codec: Codec;

  beforeAll(async () => {
    rmSync(out, { recursive: true, force: true });
    generated = await generateFiles(["services.wsdl"], nodeFiles(join(ews, "v2018_01_08")));
    writeFiles(generated.files, out);
    codec = await buildCodec(out, root);
  });

  it("of 2018 give strict-clean code", async () => {
    expect(generated.files.map(({ path }) => path)).toEqual(["services.ts", "types.ts"]);
    expect(await typeCheck(out, root)).toEqual([]);
  });

  it("of 2018 give one operation alone in less than 3 % of the whole, with what it reaches", async () => {
    const options = { ...nodeFiles(join(ews, "v2018_01_08")), operations: ["DisconnectPhoneCall"] };
    const { files } = await generateFiles(["services.wsdl"], options);
    const alone = join(out, "alone");
    writeFiles(files, alone);
    expect(await typeCheck(alone, root)).toEqual([]);
    expect(bytes(files) / bytes(generated.files)).toBeLessThan(0.03);
    expect(files.map(({ path, text }) => [path, ...exportedNames(text)].join(" "))).toEqual([
      "services.ts ResponseCodeType ResponseMessageType_MessageXml ResponseMessageType BaseRequestType " +
        "DisconnectPhoneCallType DisconnectPhoneCall DisconnectPhoneCallResponseMessageType " +
        "DisconnectPhoneCallResponse ExchangeServicePortType",
      // The headers, what they are made of, and what request and response are made of.
      "types.ts MailboxCultureType MailboxCulture ConnectingSIDType PrincipalNameType SIDType PrimarySmtpAddressType " +
        "SmtpAddressType ExchangeImpersonationType ExchangeImpersonation ExchangeVersionType ServerVersionInfo " +
        "RequestServerVersion NonEmptyStringType ResponseClassType PhoneCallIdType",
    ]);
  });

  it("of 2018 keep PhoneCallId.Id", () => {
    const types = generated.files.find(({ path }) => path === "types.ts")?.text ?? "";
    expect(types).toMatch(/export interface PhoneCallIdType \{\n {2}id: string;\n\}/);
  });

  it("keep the order and the types of the items of a FindItemResponse", () => {
    const text = readFileSync(join(root, "test/conformance/find-item-response.xml"), "utf8");
    const name = "{http://schemas.microsoft.com/exchange/services/2006/messages}FindItemResponse";
    const descriptor = codec.find(name);
    if (descriptor === undefined) throw new Error(`no ${name}`);
    const written = codec.roundTrip(descriptor, text);
    expect(infosetDifference(readInfoset(text), readInfoset(written), { values: false })).toBeUndefined();
    expect(
      codec.names(descriptor, text, ["responseMessages", "items", 0, "value", "rootFolder", "items", "items"]),
    ).toEqual(["Message", "CalendarItem", "Message", "Contact", "MeetingRequest", "Message", "Task"]);
  });

  it.for(["v2007_SP1", "v2010_SP2"])("of %s are read as they are", async (version) => {
    const { files, issues } = await generateFiles(["services.wsdl"], nodeFiles(join(ews, version)));
    expect(files.map(({ path }) => path)).toEqual(["services.ts", "types.ts"]);
    expect(issues).toEqual([]);
  });

  it("of a widespread copy of 2016 break Unique Particle Attribution, which can be allowed", async () => {
    const files = nodeFiles(join(ews, "v2016_10_10"));
    await expect(generateFiles(["services.wsdl"], files)).rejects.toMatchObject({ code: "cos-nonambig" });
    const { issues } = await generateFiles(["services.wsdl"], { ...files, allow: ["cos-nonambig"] });
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([["cos-nonambig", "warning"]]);
  });
});

function bytes(files: PipelineResult["files"]): number {
  return files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
}

function exportedNames(text: string): readonly string[] {
  return [...text.matchAll(/^export const (\w+)/gm)].map(([, name = ""]) => name);
}
