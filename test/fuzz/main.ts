import { fuzzXml } from "./xml.js";

// npm run fuzz [-- DOCUMENTS [SEED]]
const [documents = "200000", seed = "1"] = process.argv.slice(2);
const started = performance.now();
const { findings, ...counts } = fuzzXml(Number(documents), Number(seed));
for (const { text, problem } of findings.slice(0, 50)) console.log(`${JSON.stringify(text)}\n  ${problem}`);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `seed ${seed}: ${counts.documents} documents, ${counts.accepted} accepted, ${counts.contested} contested between saxes ` +
    `and libxml2, ${findings.length} findings, ${seconds} s`,
);
process.exitCode = findings.length === 0 ? 0 : 1;
