import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const executablePath = "/usr/bin/chromium";

/** Whether there is a browser; says so where there is none. */
export function hasChromium(): boolean {
  const found = existsSync(executablePath);
  if (!found) console.log(`skipped: ${executablePath} is missing (apt-get install chromium)`);
  return found;
}

export function startChromium(more: readonly string[] = []): Promise<Browser> {
  const quiet = ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", ...quiet, ...more];
  return chromium.launch({ executablePath, args });
}
