import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { createClient, isFault } from "xsdsmith/soap";
import { createUmClient } from "xsdsmith/um";
import { UMService } from "../../../generated/um.js";
import type { Listener } from "../../../src/node/listen.js";
import { root } from "../../project-root.js";
import { freePort, isInstalled, Peers } from "../peers.js";
import { matrixWsdl, readMatrix, startMatrix } from "./matrix-service.js";

export type Cell = "calls" | "fault" | "header" | "rpc" | "soap12" | "attachments";
export const cells: readonly Cell[] = ["calls", "fault", "header", "rpc", "soap12", "attachments"];

/** One stack against ours, in one direction. */
export interface Row {
  readonly name: string;
  readonly needs: readonly string[];
  readonly packages: string;
  /** What the other side gets wrong. */
  readonly known?: Partial<Readonly<Record<Cell, string>>> | undefined;
  /** A server or client, ready for the cells that it can do. */
  readonly start: () => Promise<Runner>;
}

export interface Runner {
  readonly run: Partial<Readonly<Record<Cell, () => Promise<string>>>>;
  readonly close: () => Promise<void>;
}

const wanted: Readonly<Record<Cell, string>> = {
  calls: "ended",
  fault: "the text is too long 10",
  header: "hi for s1 7",
  rpc: "6 2",
  soap12: "hi for s1 7",
  attachments: "5000",
};

/** Runs a cell: `yes`, `–` for what a stack does not have, or what went wrong. */
export async function runCell({ known }: Row, { run }: Runner, cell: Cell): Promise<string> {
  const test = run[cell];
  const failed = (reason: string) => known?.[cell] ?? `no: ${reason.slice(0, 60)}`;
  if (test === undefined) return "–";
  try {
    const found = (await test()).trim();
    return found === wanted[cell] || found === "ok" ? "yes" : failed(found);
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

const umPath = "/EWS/UM2007Legacy.asmx";
const asmx = ["mcs", "fastcgi-mono-server4", "nginx", "curl"];
const asmxPackages = "mono-fastcgi-server4 mono-mcs nginx-light curl";

export const rows: readonly Row[] = [
  umServer("our client → ASMX (mono)", "mono-asmx", [], umPath, asmx, asmxPackages, true),
  umServer("our client → ASMX, strict envelopes", "mono-asmx", ["strict"], umPath, asmx, asmxPackages, true),
  umServer("our client → ASMX without SOAP 1.2", "mono-asmx", ["nosoap12"], umPath, asmx, asmxPackages, false),
  umServer(
    "our client → ASMX by request element",
    "mono-asmx",
    [],
    "/EWS/UM2007LegacyRE.asmx",
    asmx,
    asmxPackages,
    true,
  ),
  { name: "our client → PHP SoapServer", needs: ["php"], packages: "php-cli php-soap", start: startPhpServer },
  client(
    "zeep → our service",
    ["/usr/bin/python3", "/usr/lib/python3/dist-packages/zeep"],
    "python3-zeep",
    cells.slice(1),
    "/usr/bin/python3",
    "client.py",
  ),
  client(
    "PHP SoapClient → our service",
    ["php"],
    "php-cli php-soap",
    ["fault", "header", "rpc", "soap12"],
    "php",
    "client.php",
  ),
  {
    ...client(
      "node-soap → our service",
      [nodeSoap()],
      "(npm) soap",
      ["fault", "header", "rpc", "soap12"],
      process.execPath,
      "client.mjs",
      nodeSoap(),
    ),
    known: { rpc: "its fault: the wrapper is not in the namespace of soap:body" },
  },
];

/** Where `npm run interop` puts node-soap, which is no dependency. */
export function nodeSoap(): string {
  return join(root, "dist/.peers/node_modules/soap/lib/soap.js");
}

function umServer(
  name: string,
  program: string,
  options: readonly string[],
  path: string,
  needs: readonly string[],
  packages: string,
  hasSoap12: boolean,
): Row {
  const start = async (): Promise<Runner> => {
    const peers = new Peers();
    const endpoint = `${(await peers.start(program, ...options)).origin}${path}`;
    const um = createUmClient({ endpoint });
    const soap12 = createClient(UMService, { endpoint, soapVersion: "1.2" });
    const run = {
      calls: async () => {
        const call = await um.playOnPhone({ entryId: "AAAA", dialString: "4255550123" });
        await um.disconnect(typeof call === "string" ? call : call.id);
        return "ok";
      },
      fault: () =>
        um.getCallInfo("bogus").then(
          () => "no fault",
          (error: { name: string }) => (/Fault|Error/.test(error.name) ? "ok" : error.name),
        ),
      ...(hasSoap12 ? { soap12: async () => ((await soap12.isUMEnabled()).isUMEnabledResponse ? "ok" : "false") } : {}),
    };
    return { run, close: () => peers.close() };
  };
  return { name, needs, packages, start };
}

/** The service of `server.php` and our client of its WSDL. */
async function startPhpServer(): Promise<Runner> {
  const port = await freePort();
  const server = spawn("php", ["-S", `127.0.0.1:${port}`, join(root, "test/interop/matrix/server.php")], {
    stdio: "ignore",
    env: { ...process.env, MATRIX_WSDL: matrixWsdl },
  });
  const base = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(base).then(
        () => true,
        () => false,
      )
    )
      break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const service = await readMatrix();
  const of = (binding: string, path: string) => createClient(service(binding).descriptor, { endpoint: base + path });
  const ask = (binding: string, path: string, text: string) => async () => {
    let quota: unknown;
    const onResponse = ({ headers }: { headers: object }) => (quota = (headers as { quota?: number }).quota);
    const answer = await of(binding, path)["ask"]?.({ text }, { headers: { session: "s1" }, onResponse });
    return `${String(answer)} ${String(quota)}`;
  };
  const faults: Readonly<Record<string, Parameters<typeof isFault>[1]>> =
    service("DocSoap").descriptor.operations["ask"]?.faults ?? {};
  const run = {
    header: ask("DocSoap", "/doc", "hi"),
    soap12: ask("DocSoap12", "/doc12", "hi"),
    rpc: async () => {
      const moved = await of("RpcSoap", "/rpc")["move"]?.({ point: { x: 1, y: 2 }, by: 5 });
      const { x, y } = moved as { x: number; y: number };
      return `${x} ${y}`;
    },
    fault: () =>
      ask("DocSoap", "/doc", "much too long")().catch((error: Error & { reason?: string }) =>
        faults["tooLong"] !== undefined && isFault(error, faults["tooLong"])
          ? `${error.reason} ${(error.declared.value as { max: number }).max}`
          : `${error.message} ${JSON.stringify((error as { detail?: unknown }).detail)}`,
      ),
  };
  const close = async () => void server.kill();
  return { run, close };
}

function client(
  name: string,
  needs: readonly string[],
  packages: string,
  can: readonly Cell[],
  program: string,
  script: string,
  ...more: readonly string[]
): Row {
  const start = async (): Promise<Runner> => {
    const service: Listener = await startMatrix();
    const file = join(root, "test/interop/matrix", script);
    const run = Object.fromEntries(
      can.map((cell) => [
        cell,
        async () => (await promisify(execFile)(program, [file, cell, service.url, ...more])).stdout,
      ]),
    );
    return { run, close: () => service.close() };
  };
  return { name, needs, packages, start };
}

/** Why a row cannot run here; `undefined` where it can. */
export function missing({ needs, packages }: Row): string | undefined {
  const absent = needs.find((program) => !(existsSync(program) || isInstalled(program)));
  return absent === undefined ? undefined : `missing ${packages}`;
}
