import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../project-root.js";
import { freePort, Peers } from "../peers.js";
import type { Row, Runner } from "./cells.js";
import { jaxWs, jaxWsPeer } from "./jax-ws.js";
import { matrixWsdl } from "./matrix-service.js";
import { matrixCalls, umCalls } from "./our-client.js";

const folder = join(root, "test/interop/matrix");
const umPath = "/EWS/UM2007Legacy.asmx";

/** Our client against servers of others. */
export const serverRows: readonly Row[] = [
  asmx("our client → ASMX (mono)", []),
  asmx("our client → ASMX, strict envelopes", ["strict"]),
  asmx("our client → ASMX without SOAP 1.2", ["nosoap12"]),
  asmx("our client → ASMX by request element", [], "RE"),
  { name: "our client → PHP SoapServer", needs: ["php", "curl"], packages: "php-cli php-soap curl", start: startPhp },
  {
    name: "our client → node-soap",
    needs: [join(root, "node_modules/soap/package.json"), "curl"],
    packages: "(npm) soap, curl",
    start: startNodeSoap,
    known: { rpc: "its fault: wrapper and parts are in the WSDL's namespace" },
  },
  { name: "our client → JAX-WS RI", ...jaxWs, start: startJaxWs },
];

function asmx(name: string, options: readonly string[], variant: "" | "RE" = ""): Row {
  const needs = ["mcs", "fastcgi-mono-server4", "nginx", "curl"];
  const packages = "mono-fastcgi-server4 mono-mcs nginx-light curl";
  const start = async (): Promise<Runner> => {
    const peers = new Peers();
    // Compiled with the peer's own services.
    appendFileSync(join(peers.folder, "mono/UMLegacyRE.cs"), readFileSync(join(folder, "Matrix.cs")));
    const page = `<%@ WebService Language="C#" Class="MatrixLab.Matrix${variant}" %>\n`;
    writeFileSync(join(peers.folder, "mono/root/EWS/Matrix.asmx"), page);
    const { origin } = await peers.start("mono-asmx", ...options);
    const matrix = `${origin}/EWS/Matrix.asmx`;
    const um = `${origin}/EWS/UM2007Legacy${variant}.asmx`;
    const doc12 = options.includes("nosoap12") ? undefined : matrix;
    const run = { ...umCalls(um), ...(await matrixCalls({ rpc: matrix, doc: matrix, doc12 })) };
    return { run, close: () => peers.close() };
  };
  return { name, needs, packages, start };
}

function startPhp(): Promise<Runner> {
  const args = (port: number) => ["-S", `127.0.0.1:${port}`, join(folder, "server.php")];
  return startBeside("php-soap", "php", args, { MATRIX_WSDL: matrixWsdl });
}

function startNodeSoap(): Promise<Runner> {
  return startBeside("node-soap", process.execPath, (port) => [join(folder, "server.mjs"), String(port)]);
}

/** A peer's UM service, and beside it a server of `matrix.wsdl` on the same stack. */
async function startBeside(
  peer: string,
  program: string,
  args: (port: number) => readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Runner> {
  const peers = new Peers();
  try {
    symlinkSync(join(root, "node_modules"), join(peers.folder, "node/node_modules"));
    const um = await peers.start(peer);
    const { base, stop } = await startServer(program, args, env);
    const places = { rpc: `${base}/rpc`, doc: `${base}/doc`, doc12: `${base}/doc12` };
    const run = { ...umCalls(`${um.origin}${umPath}`), ...(await matrixCalls(places)) };
    const close = async () => {
      await stop();
      await peers.close();
    };
    return { run, close };
  } catch (error) {
    // What has started would outlive this process.
    await peers.close();
    throw error;
  }
}

async function startJaxWs(): Promise<Runner> {
  const { args, cwd } = await jaxWsPeer();
  const { base, stop } = await startServer("java", (port) => [...args, "server", String(port)], {}, cwd, "/um?wsdl");
  const places = {
    ...{ rpc: `${base}/rpc`, doc: `${base}/doc`, doc12: `${base}/doc12` },
    ...{ mtom: `${base}/mtom`, album: `${base}/album` },
  };
  const run = { ...umCalls(`${base}/um`), ...(await matrixCalls(places)) };
  return { run, close: stop };
}

/** Starts a server and waits until it answers at a path. */
async function startServer(
  program: string,
  args: (port: number) => readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd: string = root,
  path = "/",
): Promise<{ readonly base: string; readonly stop: () => Promise<void> }> {
  const port = await freePort();
  const server = spawn(program, args(port), { stdio: "ignore", env: { ...process.env, ...env }, cwd });
  const base = `http://127.0.0.1:${port}`;
  const stop = () => ended(server);
  for (let tries = 0; tries < 300; tries++) {
    const answers = await fetch(base + path).then(
      ({ status }) => path === "/" || status === 200,
      () => false,
    );
    if (answers) return { base, stop };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error(`${program} did not start`);
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = new Promise((resolve) => server.once("exit", resolve));
  server.kill();
  await exit;
}
