import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { listen } from "xsdsmith/node";
import { createUmClient } from "xsdsmith/um";
import { type ManualClock, manualClock, startUmService, type UmServer } from "xsdsmith/um/testing";
import { startUmConsole, type UmConsole } from "../../src/node/um/console/um-console.js";
import { root } from "../project-root.js";
import { hasChromium, startChromium } from "./chromium.js";

const pictures = join(root, ".cache", "screenshots");

describe.skipIf(!hasChromium())("the console page", () => {
  let browser: Browser;
  let service: UmServer;
  let clock: ManualClock;
  let console: UmConsole;
  let context: BrowserContext;
  let page: Page;
  const failures: string[] = [];

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    browser = await startChromium();
  }, 60_000);
  afterAll(() => browser.close());

  async function open(endpoint?: string): Promise<void> {
    clock = manualClock();
    const failure = (dialString: string) => (dialString === "486" ? "UserBusy" : "None");
    service = await startUmService({ clock, connectAfter: 1000, failure });
    const connect = (onExchange: NonNullable<Parameters<typeof createUmClient>[0]["onExchange"]>) =>
      createUmClient({ endpoint: endpoint ?? service.endpoint, onExchange });
    console = await startUmConsole({ connect, endpoint: endpoint ?? service.endpoint, every: 20 });
    context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
    page = await context.newPage();
    page.on("pageerror", (error) => failures.push(String(error)));
    page.on("console", (message) => {
      // Refused requests are part of some tests.
      if (message.type() === "error" && !message.text().includes("Failed to load resource")) {
        failures.push(message.text());
      }
    });
    await page.goto(console.link);
  }

  afterEach(async () => {
    await context.close();
    await console.close();
    await service.close();
    expect(failures.splice(0)).toEqual([]);
  });

  const picture = (name: string) => page.screenshot({ path: join(pictures, `um-console-${name}.png`), fullPage: true });
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const row = (number: string) => page.getByRole("row").filter({ hasText: number });

  async function call(number: string): Promise<void> {
    await page.getByLabel("Number").fill(number);
    await page.getByLabel("Item identifier").fill("AAAA");
    await button("Call").click();
  }

  it("starts a call, shows its states as they come, and ends it", async () => {
    await open();
    await page.getByText("No call was started here yet.").waitFor();
    expect(await page.getByText(service.endpoint).count()).toBe(1);
    await picture("empty");

    await call("4255550123");
    await row("4255550123").getByText("Connecting").waitFor();
    await picture("connecting");
    clock.advance(1000);
    await row("4255550123").getByText("Connected").waitFor();
    await picture("connected");
    // What a screen reader is told.
    expect(await page.getByRole("status").textContent()).toBe("Call to 4255550123: Connected");

    await button("Disconnect the call to 4255550123").click();
    await row("4255550123").getByText("Disconnected").waitFor();
    expect(await button("Disconnect the call to 4255550123").isDisabled()).toBe(true);
    expect(service.counts["Disconnect"]).toBe(1);
    await picture("disconnected");
  });

  it("says why a call was not answered, and why one cannot be placed", async () => {
    await open();
    await call("486");
    clock.advance(1000);
    await row("486").getByText("UserBusy").waitFor();
    await call("nobody");
    const alert = page.getByRole("alert").filter({ hasText: "um-dialing-rules" });
    await alert.waitFor();
    expect(await alert.textContent()).toContain("DialingRulesException");
    await picture("refused-call");
    await page.getByLabel("Play", { exact: true }).selectOption("OofCustom");
    expect(await page.getByLabel("Item identifier").isVisible()).toBe(false);
    await page.getByLabel("Number").fill("1");
    await button("Call").click();
    await page.getByText("PlayOnPhoneGreeting").first().waitFor();
    expect(service.calls.at(-1)?.plays).toBe("OofCustom");
  });

  it("takes up a call from elsewhere, and lists calls that are gone", async () => {
    await open();
    const other = await createUmClient({ endpoint: service.endpoint }).playOnPhone({
      entryId: "AAAA",
      dialString: "1",
    });
    await page.getByLabel("Call identifier").fill(` ${other.id} `);
    await button("Follow").click();
    await row(other.id).getByText("Connecting").waitFor();
    await other.disconnect();
    await row(other.id).getByText("Disconnected").waitFor();
    await page.getByLabel("Call identifier").fill("bogus");
    await button("Follow").click();
    await page.getByRole("alert").filter({ hasText: "um-invalid-call-id" }).waitFor();
  });

  it("shows the SOAP of each exchange, coloured and valid", async () => {
    await open();
    await call("4255550123");
    await button(/^1\. PlayOnPhone HTTP 200/).click();
    const request = page.getByRole("region", { name: "Request PlayOnPhone" });
    expect(await request.textContent()).toContain("    <PlayOnPhone xmlns=");
    expect(await request.locator(".tag").count()).toBeGreaterThan(5);
    expect(await page.getByText("Valid.").count()).toBe(2);
    expect(await button(/^1\. PlayOnPhone HTTP 200/).getAttribute("aria-current")).toBe("true");
    // The same question with the same answer is one entry.
    await page.getByText(/\d+ times the same/).waitFor();
    await picture("soap");
  });

  it("can be used with the keyboard alone", async () => {
    await open();
    await page.getByLabel("Number").focus();
    await page.keyboard.type("4255550123");
    for (let tabs = 0; tabs < 2; tabs++) await page.keyboard.press("Tab");
    await page.keyboard.type("AAAA");
    await page.keyboard.press("Enter");
    await row("4255550123").getByText("Connecting").waitFor();
    await button("Disconnect the call to 4255550123").focus();
    await page.keyboard.press("Enter");
    await row("4255550123").getByText("Disconnected").waitFor();
    // Every control has a name.
    const unnamed = await page.evaluate(
      `[...document.querySelectorAll("button, input, select")].filter((control) =>
        control.labels.length === 0 && control.textContent === "" && !control.hasAttribute("aria-label")).length`,
    );
    expect(unnamed).toBe(0);
  });

  it("marks what is wrong in a message where it is, and runs nothing of it", async () => {
    const namespace = "http://schemas.microsoft.com/exchange/services/2006/messages";
    const hostile = "&lt;img src=x onerror=alert(1)&gt;";
    const server = await listen(
      async () =>
        new Response(
          `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><GetCallInfoResponse xmlns="${namespace}"><GetCallInfoResponse><CallState>${hostile}</CallState><EventCause>None</EventCause></GetCallInfoResponse></GetCallInfoResponse></s:Body></s:Envelope>`,
          { headers: { "content-type": "text/xml" } },
        ),
    );
    try {
      await open(server.url);
      await page.getByLabel("Call identifier").fill("MDlk");
      await button("Follow").click();
      await button(/GetCallInfo HTTP 200 1 problem/).waitFor();
      const mark = page.getByRole("region", { name: "Response, HTTP 200" }).locator("mark");
      expect(await mark.textContent()).toMatch(/CallState|onerror/);
      expect(await page.getByText(hostile).count()).toBe(1);
      expect(await page.getByText(/^line \d+, column \d+: error cvc-enumeration-valid: /).count()).toBe(1);
      expect(await page.locator("img").count()).toBe(0);
      await picture("problem");
    } finally {
      await server.close();
    }
  });

  it("goes on after a reload, and says when the console is gone", async () => {
    await open();
    await call("4255550123");
    await row("4255550123").waitFor();
    expect(page.url()).toBe(`http://127.0.0.1:${console.port}/`);
    await page.reload();
    await row("4255550123").waitFor();
    await console.close();
    await page.getByRole("alert").filter({ hasText: "The console does not answer" }).waitFor();
    await picture("lost");
  });

  it("opens with its link once only", async () => {
    await open();
    await page.getByText("No call was started here yet.").waitFor();
    for (const address of [console.link, `http://127.0.0.1:${console.port}/`, `${console.link.slice(0, -3)}abc`]) {
      const other = await browser.newContext();
      const stranger = await other.newPage();
      await stranger.goto(address);
      await stranger.getByRole("alert").filter({ hasText: "not opened with a link that is still good" }).waitFor();
      expect(await stranger.getByRole("main").isVisible()).toBe(false);
      await stranger.screenshot({ path: join(pictures, "um-console-refused.png") });
      await other.close();
    }
  });

  it("gives nothing to a page of another origin, or of a host name that points here", async () => {
    await open();
    const base = `http://127.0.0.1:${console.port}`;
    const evil = await listen(async () => new Response("<p>hello", { headers: { "content-type": "text/html" } }));
    const rebound = await startChromium(["--host-resolver-rules=MAP evil.example 127.0.0.1"]);
    try {
      const stranger = await context.newPage();
      await stranger.goto(evil.url);
      const outcomes = await stranger.evaluate(async (address) => {
        const attempt = (path: string, init: RequestInit) =>
          fetch(address + path, init).then(
            async (response) => `${response.type} ${await response.text()}`,
            () => "blocked",
          );
        const json = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
        return [
          await attempt("/", {}),
          await attempt("/events", {}),
          await attempt("/session", json),
          await attempt("/calls", { method: "POST", body: "{}", mode: "no-cors" }),
        ];
      }, base);
      expect(outcomes).toEqual(["blocked", "blocked", "blocked", expect.stringMatching(/^(opaque |blocked)$/)]);
      await stranger.setContent(`<iframe src="${base}/"></iframe>`);
      const frame = stranger.locator("iframe").contentFrame();
      expect(await frame.getByText("Unified Messaging console").count()).toBe(0);

      // The browser takes it for one origin: the page, and whatever it asks for.
      const trap = await rebound.newPage();
      const response = await trap.goto(`http://evil.example:${console.port}/`);
      expect(response?.status()).toBe(421);
      expect(await trap.content()).not.toContain("Unified Messaging console");
      expect(service.exchanges).toEqual([]);
    } finally {
      await rebound.close();
      await evil.close();
    }
  });
});
