import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../project-root.js";
import { hasBrowser, openBrowser, screenshot, type TestBrowser } from "./open-browser.js";

describe.skipIf(!hasBrowser)("the playground", () => {
  let folder: string;
  let browser: TestBrowser;
  let address: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "xsdsmith-playground-"));
    const file = join(folder, "index.html");
    execFileSync("npm", ["run", "--silent", "playground", "--", file], { cwd: root });
    address = pathToFileURL(file).href;
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Waits until the page shows the answer to what was typed last. */
  async function answered(page: Page, after: string): Promise<void> {
    await page.waitForFunction(`(document.body.dataset.answered ?? "0") !== "${after}"`);
  }
  const answers = (page: Page): Promise<string> => page.evaluate<string>(`document.body.dataset.answered ?? "0"`);

  it("shows code and a valid sample for the schema that it comes with", async () => {
    const page = await browser.page();
    const start = performance.now();
    await page.goto(address);
    await answered(page, "0");
    console.info(`playground: ${Math.round(performance.now() - start)} ms to the first output`);
    expect(await page.locator("#code").textContent()).toContain("export type Order = {");
    expect(await page.locator("#instance").inputValue()).toMatch(
      /^<order xmlns="urn:example:order" id="[A-Z]{2}-\d{4}">/,
    );
    expect(await page.locator("#instance-findings").textContent()).toBe("The document is valid.");
    await screenshot(page, "playground-desktop");
  });

  it("marks what is wrong in the document at its place, and leads there", async () => {
    const page = await browser.page();
    await page.goto(address);
    await answered(page, "0");
    const good = await page.locator("#instance").inputValue();
    await page.locator("#instance").fill(good.replace(/id="[^"]*"/, 'id="none"'));
    await answered(page, "1");
    expect(await page.locator("#instance-findings button").textContent()).toMatch(/^1:\d+ - error cvc-pattern-valid/);
    expect(await page.locator(".field:has(#instance) mark.error").count()).toBe(1);
    await page.locator("#instance-findings button").click();
    const selected = await page.locator("#instance").evaluate((field) => {
      const { selectionStart, selectionEnd, value } = field as unknown as {
        selectionStart: number;
        selectionEnd: number;
        value: string;
      };
      return value.slice(selectionStart, selectionEnd);
    });
    expect(selected.length).toBeGreaterThan(0);
    await screenshot(page, "playground-finding");
  });

  it("marks what is wrong in the schema, keeps the code, and recovers", async () => {
    const page = await browser.page({ width: 420, dark: true });
    await page.goto(address);
    await answered(page, "0");
    const good = await page.locator("#schema").inputValue();
    await page.locator("#schema").fill(good.replace("xs:date", "xs:dat"));
    await answered(page, "1");
    expect(await page.locator("#schema-findings button").textContent()).toMatch(/^\d+:\d+ - error src-resolve/);
    expect(await page.locator(".field:has(#schema) mark.error").textContent()).toContain("xs:dat");
    expect(await page.locator("body.stale #code").textContent()).toContain("export type Order = {");
    await screenshot(page, "playground-narrow-dark");
    const before = await answers(page);
    await page.locator("#schema").fill(good.replace('name="pickup"', 'name="collect"'));
    await answered(page, before);
    expect(await page.locator("#code").textContent()).toContain("collect");
    expect(await page.locator("#instance-findings button").textContent()).toContain("cvc-complex-type.2.4");
  });

  it("makes no browser complain", () => {
    expect(browser.complaints).toEqual([]);
  });
});
