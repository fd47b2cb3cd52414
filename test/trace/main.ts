// npm run trace -- parse|serialize [ROOT]: the functions through which one `Disconnect` goes, and how often the file changes.
import { resolve } from "node:path";
import { root } from "../project-root.js";
import { counts, stays, traceDisconnect, verbs } from "./disconnect.js";

const [asked, folder = root] = process.argv.slice(2);
const verb = verbs.find((known) => known === asked);
if (verb === undefined) {
  console.error("usage: npm run trace -- parse|serialize [ROOT]");
  process.exit(2);
}
const { first, later } = await traceDisconnect(verb, resolve(folder));
console.log(stays(later).join("\n"));
console.log(`\n${verb} of a Disconnect: ${counts(later)}`);
console.log(`the first time, which prepares the descriptor: ${counts(first)}`);
