// Bundles what the compiler has checked; rolldown's own command cannot do it without a list of all files.
import { build } from "rolldown";
import { loadConfig } from "rolldown/config";

await build(await loadConfig("rolldown.config.ts"));
