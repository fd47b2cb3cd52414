// npm run interop -- [matrix | auth | faults | day [minutes]]
import { startUmService } from "../../src/node/um-testing.js";
import { AuthLab, authPackages, authPrograms, findKerberos, isAsWanted } from "./auth.js";
import { liveThroughDay } from "./day.js";
import { faults, faultTable, meetFaults, sound } from "./faults.js";
import { printMatrix } from "./matrix/print-matrix.js";
import { freePort, Peers, whyNot } from "./peers.js";

/** Each ends with whether all was as it should be. */
const runs: Readonly<Record<string, (args: readonly string[]) => Promise<boolean>>> = {
  matrix: printMatrix,
  async auth() {
    if (whyNot("auth-apache, ntlm-samba, gss-cbt", authPrograms, authPackages) !== undefined) return false;
    const lab = new AuthLab(findKerberos());
    await lab.start();
    const { cases } = lab;
    let wrong = 0;
    for (const each of cases) {
      const outcome = await lab.run(each);
      const isRight = isAsWanted(outcome);
      if (!isRight) wrong++;
      const head = `${isRight ? "ok   " : "WRONG"} ${each.name.padEnd(56)}`;
      console.log(`${head} requests ${outcome.sent}  ${outcome.answers.join(" | ")}`);
    }
    await lab.close();
    console.log(`${cases.length - wrong} of ${cases.length} as they should be`);
    return wrong === 0;
  },
  async faults() {
    const packages = "haproxy nginx-light socat openssl";
    if (whyNot("faultlab", ["haproxy", "nginx", "socat", "openssl"], packages) !== undefined) return false;
    const service = await startUmService();
    const peers = new Peers();
    const base = await freePort();
    await peers.startAt("faultlab", base, new URL(service.endpoint).port);
    const report = await meetFaults([...faults, ...sound], base, peers.folder, 2500);
    console.log(faultTable(report));
    await peers.close();
    await service.close();
    return report.outcomes.every(({ code, wanted }) => code === wanted) && report.sockets === 0;
  },
  async day([minutes = "10"]) {
    const report = await liveThroughDay(Number(minutes) * 60_000);
    console.log(JSON.stringify(report, null, 2));
    return report.unknown.length + report.contradictions.length + report.unhandled.length === 0;
  },
};

const [name = "matrix", ...args] = process.argv.slice(2);
const run = runs[name];
if (run === undefined) {
  console.error(`npm run interop -- NAME, where NAME is one of: ${Object.keys(runs).join(", ")}`);
  process.exitCode = 2;
} else if (!(await run(args))) process.exitCode = 1;
