// Holds the number of tests against the one that is committed, so that tests do not get lost unseen.
//   node .ci/test-count.mjs check PASSED SKIPPED [--without-peers]
//   node .ci/test-count.mjs set PASSED SKIPPED
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("test-count.json", import.meta.url);
const [action, ...rest] = process.argv.slice(2);
const [passed = Number.NaN, skipped = Number.NaN] = rest.slice(0, 2).map(Number);
const isCount = (count) => Number.isInteger(count) && count >= 0;
if (!["check", "set"].includes(action) || !isCount(passed) || !isCount(skipped)) {
  console.error("usage: node .ci/test-count.mjs check|set PASSED SKIPPED [--without-peers]");
  process.exit(2);
}

if (action === "set") {
  writeFileSync(file, `${JSON.stringify({ passed, skipped }, undefined, 2)}\n`);
  process.exit(0);
}

const before = JSON.parse(readFileSync(file, "utf8"));
// Without the peers some of the tests skip, but none of them is gone.
const [now, least, what] = rest.includes("--without-peers")
  ? [passed + skipped, before.passed + before.skipped, "passed or skipped"]
  : [passed, before.passed, "passed"];
const setting = `node .ci/test-count.mjs set ${passed} ${skipped}`;
if (now < least) {
  console.error(`${now} tests ${what}, and ${least} did before.`);
  console.error(
    "Find the tests that are gone, or that skip now. Where they were removed on purpose, say so in the commit and",
  );
  console.error(`set the number, from a run that has all peers:  ${setting}`);
  process.exit(1);
}
if (now > least) console.log(`${now - least} more tests than the committed number; to keep them:  ${setting}`);
