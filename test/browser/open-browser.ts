import { existsSync, mkdirSync, mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { root } from "../project-root.js";

const executablePath = "/usr/bin/chromium";

/** Without a browser there is nothing to test in: `apt-get install chromium`. */
export const hasBrowser: boolean = existsSync(executablePath);

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser of a test, with a profile of its own. */
export interface TestBrowser {
  /** A new page; what it writes to the console, and errors of its scripts, are kept. */
  page(options?: { readonly width?: number; readonly dark?: boolean }): Promise<Page>;
  /** Complaints of all pages so far. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export async function openBrowser(): Promise<TestBrowser> {
  const profile = mkdtempSync(join(tmpdir(), "xsdsmith-browser-"));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: flags,
    viewport: { width: 1200, height: 900 },
  });
  const complaints: string[] = [];
  return {
    complaints,
    page: async ({ width = 1200, dark = false } = {}) => {
      const page = await context.newPage();
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("requestfailed", (request) => complaints.push(`no ${request.url()}`));
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
      return page;
    },
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** Pictures to look at, outside of what is committed. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = join(root, ".cache", "screenshots");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
