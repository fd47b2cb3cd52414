import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../project-root.js";

/**
 * `npm run newcomer`: the first ten minutes with the package, from an empty folder to a typed call that is answered and
 * a document that is mended, over the schemas of Exchange Web Services. Prints each command, what it says and how long
 * it takes; with `--record`, docs/newcomer.md is written from that.
 */
const schemas = join(root, "../shared/data/ews/v2018_01_08");
async function walk(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "xsdsmith-newcomer-"));
  const steps: { readonly command: string; readonly seconds: number }[] = [];
  const transcript: string[] = [];
  let server: ChildProcess | undefined;
  const run = (command: string, expected = 0): string => {
    const start = performance.now();
    const { status, text } = shell(command, folder);
    steps.push({ command, seconds: (performance.now() - start) / 1000 });
    const said = `$ ${shown(command)}\n${text.trim()}`.trimEnd();
    transcript.push(said);
    console.log(`\n${said}`);
    if (status !== expected) throw new Error(`"${command}" ended with ${status}, not ${expected}:\n${text}`);
    return text;
  };
  try {
    const tarball = pack(folder);
    for (const name of ["services.wsdl", "messages.xsd", "types.xsd"]) {
      mkdirSync(join(folder, "schemas"), { recursive: true });
      cpSync(join(schemas, name), join(folder, "schemas", name));
    }
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
    run(`npm install --silent ${tarball} typescript ts-morph @types/node@20`);
    run("npx xsdsmith init schemas/services.wsdl --out ews --format json --yes");
    server = serve(folder);
    writeFileSync(join(folder, "main.ts"), program);
    run(`npx tsc --strict --module nodenext --target es2022 --types node --skipLibCheck --outDir built main.ts`);
    const said = run(`node built/main.js ${await addressOf(server)}`);
    if (!said.includes("Success")) throw new Error(`the call was answered otherwise: ${said}`);
    run("npx xsdsmith explain DisconnectPhoneCall schemas/services.wsdl");
    writeFileSync(join(folder, "call.xml"), broken);
    run("npx xsdsmith validate call.xml --schema schemas/messages.xsd", 1);
    const mended = readFileSync(join(folder, "call.xml"), "utf8").replaceAll("PhoneCallID", "PhoneCallId");
    writeFileSync(join(folder, "call.xml"), mended);
    run("npx xsdsmith validate call.xml --schema schemas/messages.xsd");
  } finally {
    server?.kill();
    rmSync(folder, { recursive: true, force: true });
  }
  const total = steps.reduce((sum, { seconds }) => sum + seconds, 0);
  if (process.argv.includes("--record")) {
    writeFileSync(join(root, "docs/newcomer.md"), `${introduction}\n\`\`\`text\n${transcript.join("\n\n")}\n\`\`\`\n`);
  }
  console.log("\n| command | seconds |\n|---|---|");
  for (const { command, seconds } of steps) console.log(`| \`${shown(command)}\` | ${seconds.toFixed(1)} |`);
  console.log(`| ${steps.length} commands, and \`xsdsmith serve\` beside them | ${total.toFixed(1)} |`);
}

const program = `import { createClient } from "xsdsmith/soap";
import { ExchangeServicePortType } from "./ews/services.js";

const ews = createClient(ExchangeServicePortType, { endpoint: process.argv[2] ?? "" });
const answer = await ews.disconnectPhoneCall({ phoneCallId: { id: "OWVl4NWb3N29t" } });
console.log(answer.responseClass, answer.responseCode);
`;

const introduction = `# A first walk

Recorded by \`npm run newcomer -- --record\` over the schemas of Exchange Web Services: from an empty folder to a typed call that
\`xsdsmith serve\` answers, and a broken document that is found and mended. [performance.md](performance.md) has the times.

The program, \`main.ts\`:

\`\`\`text
${program}\`\`\`

The commands and what they say:
`;

const broken = `<m:DisconnectPhoneCall xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages">
  <m:PhoneCallID Id="OWVl4NWb3N29t"/>
</m:DisconnectPhoneCall>
`;

function pack(folder: string): string {
  const text = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: root, encoding: "utf8" });
  return `./${text.trim().split("\n").at(-1)}`;
}

function shown(command: string): string {
  return command.replace(/\.\/xsdsmith-[\w.-]+\.tgz/, "xsdsmith.tgz").replace(/http:\S+/, "URL");
}

function shell(command: string, cwd: string): { readonly status: number; readonly text: string } {
  try {
    return {
      status: 0,
      text: execFileSync("sh", ["-c", `${command} 2>&1`], { cwd, encoding: "utf8", maxBuffer: 1 << 26 }),
    };
  } catch (failure) {
    const { status, stdout } = failure as { readonly status: number | null; readonly stdout: string };
    return { status: status ?? -1, text: stdout };
  }
}

function serve(cwd: string): ChildProcess {
  const cli = join(cwd, "node_modules/xsdsmith/dist/generator/cli/main.js");
  return spawn(process.execPath, [cli, "serve", "schemas/services.wsdl", "--port", "0"], { cwd });
}

/** Where the service listens, once it does. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stdout?.on("data", (data) => {
      text += String(data);
      const [url] = /http:\/\/\S+/.exec(text) ?? [];
      if (url !== undefined) resolve(url);
    });
    child.on("exit", () => reject(new Error(`serve ended: ${text}`)));
  });
}

if (existsSync(schemas)) await walk();
else console.log("skipped: the schemas of Exchange Web Services are not in ../shared/data/ews");
