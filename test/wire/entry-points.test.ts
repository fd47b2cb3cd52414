import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UMService } from "../../generated/um.js";
import { XmlError } from "../../src/errors.js";
import { startUmService } from "../../src/node/um-testing.js";
import * as small from "../../src/small.js";
import * as full from "../../src/soap.js";
import { root } from "../project-root.js";
import { readResponses, replay, requestedOperations } from "./outcome.js";

const endpoint = "https://recorded.example/";

/** What a call comes to, on one line; each XML layer has its own words for what is not XML. */
async function outcome(call: Promise<unknown>): Promise<string> {
  try {
    return `value ${JSON.stringify(await call)}`;
  } catch (error) {
    if (error instanceof full.SoapFault) {
      return `fault ${error.message} ${JSON.stringify(sorted({ ...error }))}`;
    }
    if (!(error instanceof XmlError)) throw error;
    return `error ${error.code.startsWith("xml-") ? error.code : error.message}`;
  }
}

/** Whatever order properties come in. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([key, held]) => [key, sorted(held)]),
  );
}

const inputs: Readonly<Record<string, object>> = {
  Disconnect: { callId: "id" },
  GetCallInfo: { callId: "id" },
  PlayOnPhone: { entryId: "AAAA", dialString: "1" },
  PlayOnPhoneGreeting: { greetingType: "NormalCustom", dialString: "1" },
  SetMissedCallNotificationEnabled: { status: true },
  SetOofStatus: { status: true },
  SetPlayOnPhoneDialString: { dialString: "1" },
  SetTelephoneAccessFolderEmail: { base64FolderID: "AAAA" },
};

describe.each(["mono-asmx", "mono-asmx-strict", "php-soap", "node-soap"])("the recorded answers of %s", (stack) => {
  it("are to the client of xsdsmith/small what they are to that of xsdsmith/soap", async () => {
    const all = join(root, "../shared/data/wire", stack);
    const folder = existsSync(all) ? all : join(root, "test/fixtures/wire", stack);
    const wrong: string[] = [];
    const kinds = new Set<string>();
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".res.bin"))) {
      const request = join(folder, file.replace(".res.", ".req."));
      const operations = existsSync(request) ? requestedOperations(readFileSync(request)) : ["GetCallInfo"];
      for (const [index, response] of readResponses(join(folder, file)).entries()) {
        const name = operations[index] ?? operations[0] ?? "GetCallInfo";
        const method = Object.keys(UMService.operations).find((key) => key.toLowerCase() === name.toLowerCase()) ?? "";
        const options = { endpoint, transport: replay(response) };
        const [one, other] = await Promise.all(
          [full, small].map(({ createClient }) => {
            const client: object = createClient(UMService, options);
            const run = Reflect.get(client, method) as (input: unknown) => Promise<unknown>;
            return outcome(run(inputs[name] ?? {}));
          }),
        );
        kinds.add(one?.replace(/ .*/s, "") ?? "");
        if (one !== other) wrong.push(`${file} ${name}: ${one}; small: ${other}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(kinds).toContain("fault");
  });
});

it("both clients send the same", async () => {
  const sent: full.TransportRequest[] = [];
  const transport: full.Transport = async (request) => {
    sent.push(request);
    throw new full.TransportError("transport-failed", "nobody answers");
  };
  for (const [name, input] of Object.entries(inputs)) {
    const method = `${name[0]?.toLowerCase()}${name.slice(1)}`;
    for (const { createClient } of [full, small]) {
      const client: object = createClient(UMService, { endpoint, transport });
      const run = Reflect.get(client, method) as (input: unknown) => Promise<unknown>;
      await expect(run(input)).rejects.toBeInstanceOf(full.TransportError);
    }
    const [one, other] = sent.splice(0).map(({ signal, deadline, ...same }) => same);
    expect(other).toEqual(one);
    expect(one?.body).toContain(name);
  }
});

it("the client of xsdsmith/small ends a call, and reads what happened to it", async () => {
  const server = await startUmService();
  try {
    const um = small.createClient(UMService, { endpoint: server.endpoint });
    const { playOnPhoneResponse: callId } = await um.playOnPhone({ entryId: "AAAA", dialString: "4255550123" });
    await um.disconnect({ callId });
    expect((await um.getCallInfo({ callId })).getCallInfoResponse.callState).toBe("Disconnected");
    const fault = await um.disconnect({ callId: "bm8gc3VjaCBjYWxs" }).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(small.SoapFault);
    expect((fault as small.SoapFault).reason).toBe("The call identifier isn't valid.");
    expect((fault as small.SoapFault).detail).not.toEqual([]);
    await expect(um.disconnect({ callId: "" })).rejects.toBeInstanceOf(small.ValidationError);
  } finally {
    await server.close();
  }
});
