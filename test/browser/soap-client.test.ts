import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Listener, listen } from "../../src/node/listen.js";
import { startUmService, type UmServer } from "../../src/node/um-testing.js";
import { withCors } from "../../src/soap.js";
import { root } from "../project-root.js";
import { hasChromium, startChromium } from "./chromium.js";

/** What the page runs: the client that runs in Node.js too. */
const script = `
  import { createClient } from "xsdsmith/soap";
  import { UMService } from "xsdsmith/um/messages";
  globalThis.play = async (endpoint) => {
    const um = createClient(UMService, { endpoint });
    const { playOnPhoneResponse: callId } = await um.playOnPhone({ entryId: "AAAA", dialString: "4255550123" });
    await um.disconnect({ callId });
    const { getCallInfoResponse } = await um.getCallInfo({ callId });
    const refused = await um.disconnect({ callId: "bogus" }).catch((error) => error.code + " " + error.faultCode.localName);
    const invalid = await um.disconnect({ callId: "" }).catch((error) => error.code);
    return { state: getCallInfoResponse.callState, refused, invalid };
  };
  globalThis.attempt = (endpoint) => createClient(UMService, { endpoint }).isUMEnabled().catch((error) => error.code);`;

describe.skipIf(!hasChromium())("the generated client in Chromium", () => {
  let browser: Browser;
  let service: UmServer;
  let open: Listener;
  let page: Listener;
  beforeAll(async () => {
    service = await startUmService();
    const forward = async (request: Request): Promise<Response> => {
      const { method, headers } = request;
      return fetch(service.endpoint, { method, headers, body: await request.text() });
    };
    open = await listen(withCors(forward, { origins: "*" }));
    const { outputFiles } = await build({
      stdin: { contents: script, resolveDir: root },
      ...{ bundle: true, format: "esm", platform: "browser", conditions: ["@xsdsmith/source"], write: false },
    });
    const html = `<!doctype html><title>SOAP</title><script type="module">${outputFiles[0]?.text}</script>`;
    page = await listen(async () => new Response(html, { headers: { "content-type": "text/html" } }));
    browser = await startChromium();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await Promise.all([page.close(0), open.close(0), service.close()]);
  });

  it("places and ends a call on a service of another origin, faults and validation too", async () => {
    const tab = await browser.newPage();
    await tab.goto(page.url);
    const outcome = await tab.evaluate(`play(${JSON.stringify(`${open.url}/EWS/UM2007Legacy.asmx`)})`);
    expect(outcome).toEqual({
      state: "Disconnected",
      refused: "soap-fault InvalidCallIdException",
      invalid: "cvc-minLength-valid",
    });
    expect(service.counts).toMatchObject({ PlayOnPhone: 1, Disconnect: 2, GetCallInfo: 1 });
  });

  it("is refused by a service that does not allow its origin, and says so as an error", async () => {
    const tab = await browser.newPage();
    await tab.goto(page.url);
    expect(await tab.evaluate(`attempt(${JSON.stringify(service.endpoint)})`)).toBe("transport-failed");
  });
});
