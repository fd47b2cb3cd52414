import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EwsPhoneService } from "../../../generated/ews-phone.js";
import type { ResponseInfo } from "../../../src/soap.js";
import { createClient, createHandler } from "../../../src/soap.js";
import { root } from "../../project-root.js";
import { infosetOf } from "../um/infoset.js";
import { overHandler } from "./wsdl-service.js";

const samples = join(root, "../shared/data/ews-phone");
const sample = (name: string) => readFileSync(join(samples, `${name}.xml`), "utf8");
const serverVersionInfo = {
  ...{ majorVersion: 14, minorVersion: 0, majorBuildNumber: 639, minorBuildNumber: 20, version: "Exchange2010" },
} as const;

/** The three operations with the values of the documented messages. */
const calls = [
  {
    name: "playonphone",
    call: (client: Client, options: Options) =>
      client.playOnPhone({ itemId: { id: "AkAjzQTbY/i=" }, dialString: "5555551212" }, options),
    answer: { responseClass: "Success", responseCode: "NoError", phoneCallId: { id: "ZWMtWYtMY29t" } },
  },
  {
    name: "getphonecallinformation",
    call: (client: Client, options: Options) =>
      client.getPhoneCallInformation({ phoneCallId: { id: "NDDY5uY29y9t" } }, options),
    answer: {
      responseClass: "Success",
      responseCode: "NoError",
      phoneCallInformation: { phoneCallState: "Connected", connectionFailureCause: "None" },
    },
  },
  {
    name: "disconnectphonecall",
    call: (client: Client, options: Options) =>
      client.disconnectPhoneCall({ phoneCallId: { id: "OWVl4NWb3N29t" } }, options),
    answer: { responseClass: "Success", responseCode: "NoError" },
  },
] as const;

type Client = ReturnType<typeof createClient<EwsPhoneService>>;
type Options = Parameters<Client["disconnectPhoneCall"]>[1];

describe.skipIf(!existsSync(samples))("the telephone calls of Exchange Web Services", () => {
  it.each(calls)("$name: both documented messages are what is sent and answered, and read", async (expected) => {
    const exchanges: { readonly request: string; readonly response: string }[] = [];
    const received: unknown[] = [];
    const answer = (
      input: unknown,
      context: { responseHeaders: { serverVersionInfo?: typeof serverVersionInfo | undefined } },
    ) => {
      received.push(input);
      context.responseHeaders.serverVersionInfo = serverVersionInfo;
      return expected.answer;
    };
    const handler = createHandler(
      EwsPhoneService,
      // Each of the others answers like the one under test; only that one is called.
      Object.fromEntries(Object.keys(EwsPhoneService.operations).map((name) => [name, answer])) as never,
      { onExchange: (exchange) => exchanges.push(exchange) },
    );
    const client = createClient(EwsPhoneService, {
      endpoint: "http://127.0.0.1/EWS/Exchange.asmx",
      transport: overHandler(handler),
    });
    let info: ResponseInfo<{ serverVersionInfo: object }> | undefined;
    const headers = { requestServerVersion: { version: "Exchange2010" } } as const;
    const result = await expected.call(client, { headers, onResponse: (found) => (info = found) });
    expect(result).toEqual(expected.answer);
    expect(info?.headers.serverVersionInfo).toEqual(serverVersionInfo);
    expect(infosetOf(exchanges[0]?.request ?? "")).toEqual(infosetOf(sample(`${expected.name}.request`)));
    expect(infosetOf(exchanges[0]?.response ?? "")).toEqual(infosetOf(sample(`${expected.name}.response`)));

    // The other way: the documented texts themselves.
    const response = await handler(
      new Request("http://127.0.0.1/EWS/Exchange.asmx", {
        method: "POST",
        headers: { "content-type": "text/xml; charset=utf-8" },
        body: sample(`${expected.name}.request`),
      }),
    );
    expect(response.status).toBe(200);
    expect(received[1]).toEqual(received[0]);
    const documented = createClient(EwsPhoneService, {
      endpoint: "http://127.0.0.1/",
      transport: async () => ({
        status: 200,
        headers: new Headers({ "content-type": "text/xml; charset=utf-8" }),
        body: new TextEncoder().encode(sample(`${expected.name}.response`)),
      }),
    });
    expect(await expected.call(documented, {})).toEqual(expected.answer);
  });

  it("takes a code that it does not know, and reads the documented fault of a schema violation", async () => {
    const canned = (status: number, body: string) =>
      createClient(EwsPhoneService, {
        endpoint: "http://127.0.0.1/",
        transport: async () => ({
          status,
          headers: new Headers({ "content-type": "text/xml" }),
          body: new TextEncoder().encode(body),
        }),
      }).disconnectPhoneCall({ phoneCallId: { id: "a" } });
    const unknown = sample("disconnectphonecall.response")
      .replace("Success", "Error")
      .replace("NoError", "ErrorOfTomorrow");
    expect(await canned(200, unknown)).toEqual({ responseClass: "Error", responseCode: "ErrorOfTomorrow" });
    await expect(canned(500, sample("getserviceconfiguration.error"))).rejects.toMatchObject({
      faultCode: { localName: "ErrorSchemaValidation" },
      detail: [{ name: "ResponseCode" }, { name: "Message" }, { name: "MessageXml" }],
    });
  });
});
