// A UM service in a process of its own that can be killed: um-service PORT FILE. Each telephone that rings is a line in FILE.
import { appendFileSync } from "node:fs";
import { startUmService } from "../../src/node/um-testing.js";

const [port = "0", file = ""] = process.argv.slice(2);
await startUmService({
  port: Number(port),
  // Asked once for each call that is placed, before the answer.
  failure(dialString) {
    appendFileSync(file, `${dialString}\n`);
    return "None";
  },
});
process.send?.("ready");
