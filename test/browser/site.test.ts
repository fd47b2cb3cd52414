import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeFiles } from "../../generator/load/node-files.js";
import { readComponents } from "../../generator/questions/read-components.js";
import { buildSite } from "../../generator/questions/site/site.js";
import { root } from "../project-root.js";
import { hasBrowser, openBrowser, screenshot, type TestBrowser } from "./open-browser.js";

// Texts: these tests are compiled without the types of browsers.
const paperColour = "getComputedStyle(document.body).backgroundColor";

describe.skipIf(!hasBrowser)("the documentation site of the UM service", () => {
  let folder: string;
  let browser: TestBrowser;
  const address = (path: string): string => pathToFileURL(join(folder, path)).href;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "xsdsmith-site-"));
    const read = await readComponents(["schemas/um.wsdl"], nodeFiles(root));
    for (const { path, text } of buildSite(read, { title: "UM service" })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is found through by keyboard alone", async () => {
    const page = await browser.page();
    await page.goto(address("index.html"));
    await page.keyboard.press("/");
    await page.keyboard.type("playonphone");
    const options = page.getByRole("option");
    expect(await options.count()).toBeGreaterThan(2);
    expect(await page.getByRole("combobox").getAttribute("aria-expanded")).toBe("true");
    expect(await page.getByRole("combobox").getAttribute("aria-activedescendant")).toBe("result-0");
    await page.keyboard.press("ArrowDown");
    const second = await options.nth(1).locator("a").getAttribute("href");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname.endsWith(second ?? ""));
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("PlayOnPhone");
  });

  it("says so when nothing is found, and closes by Escape", async () => {
    const page = await browser.page();
    await page.goto(address("index.html"));
    await page.getByRole("combobox").fill("zzz");
    expect(await page.getByRole("status").textContent()).toBe("nothing found");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("combobox").inputValue()).toBe("");
  });

  it("leads from an operation to its request and on to its types", async () => {
    const page = await browser.page();
    await page.goto(address("index.html"));
    await page.getByRole("link", { name: "PlayOnPhoneGreeting", exact: true }).first().click();
    await page.getByRole("link", { name: "PlayOnPhoneGreeting", exact: true }).click();
    await page.getByRole("link", { name: "UMGreetingType" }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("typeUMGreetingType");
    expect(await page.getByRole("cell", { name: "OofCustom" }).count()).toBe(1);
  });

  it("keeps the colours that were chosen", async () => {
    const page = await browser.page();
    await page.goto(address("index.html"));
    const paper = () => page.evaluate<string>(paperColour);
    expect(await paper()).toBe("rgb(255, 255, 255)");
    await page.getByRole("button", { name: "Dark" }).click();
    expect(await paper()).toBe("rgb(20, 23, 29)");
    await page.goto(address("elements/Disconnect.html"));
    expect(await paper()).toBe("rgb(20, 23, 29)");
    expect(await page.getByRole("button", { name: "Dark" }).getAttribute("aria-pressed")).toBe("true");
    await page.evaluate("localStorage.clear()");
  });

  it("fits a narrow window, and follows the colours of the system", async () => {
    const narrow = await browser.page({ width: 360, dark: true });
    for (const path of ["index.html", "elements/PlayOnPhoneGreeting.html", "operations/Disconnect.html"]) {
      await narrow.goto(address(path));
      expect(await narrow.evaluate<number>("document.documentElement.scrollWidth"), path).toBeLessThanOrEqual(360);
    }
    expect(await narrow.evaluate<string>(paperColour)).toBe("rgb(20, 23, 29)");
    await screenshot(narrow, "site-narrow-dark");
    const wide = await browser.page();
    await wide.goto(address("elements/PlayOnPhoneGreeting.html"));
    await screenshot(wide, "site-desktop");
  });

  it("makes no browser complain", () => {
    expect(browser.complaints).toEqual([]);
  });
});
