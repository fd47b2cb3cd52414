import { corpusReport } from "./corpus-report.js";
import { ewsReport } from "./ews-report.js";
import { nodeReport } from "./node-report.js";
import { runtimesReport } from "./runtimes-report.js";
import { typescriptReport } from "./typescript-report.js";
import { verdictsReport } from "./verdicts-report.js";
import { wsdlReport } from "./wsdl-report.js";
import { xstsCodeReport } from "./xsts-code-report.js";
import { xstsReport } from "./xsts-report.js";

/** `npm run conformance -- NAME`: the suites that are too long for every test run, each with a table at its end. */
const reports: Readonly<Record<string, (args: readonly string[]) => Promise<boolean>>> = {
  corpus: corpusReport,
  ews: ewsReport,
  node: nodeReport,
  runtimes: runtimesReport,
  typescript: typescriptReport,
  verdicts: verdictsReport,
  wsdl: wsdlReport,
  xsts: xstsReport,
  "xsts-code": xstsCodeReport,
};

const [name = "", ...args] = process.argv.slice(2);
const report = reports[name];
if (report === undefined) {
  console.error(`usage: npm run conformance -- ${Object.keys(reports).join("|")} [names]`);
  process.exitCode = 2;
} else if (!(await report(args))) {
  process.exitCode = 1;
}
