import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Peers, whyNot } from "../test/interop/peers.js";
import { root } from "../test/project-root.js";
import { type LoadResult, type LoadTask, runLoad } from "./load-client.js";
import { serveLoad } from "./load-server.js";

/**
 * Calls over keep-alive connections, by this package and by node-soap, to our own server and to ASP.NET under mono:
 * whether every call has its own answer, how much memory is left, and how fast it is. Each client and our server is a
 * process of its own.
 *
 * `npm run bench -- load [calls] [connections] [own|mono]`; node-soap is found from the folder in XSDSMITH_NODE_SOAP.
 */
export async function run(args: readonly string[]): Promise<void> {
  const [role = "", task = ""] = args;
  if (role === "server") return serveLoad();
  if (role === "client") return runLoad(JSON.parse(task) as LoadTask);
  const [calls = 10_000, connections = 1000] = args.slice(0, 2).map(Number);
  const servers = (["own", "mono"] as const).filter((server) => args[2] === undefined || args[2] === server);
  const nodeSoap = process.env["XSDSMITH_NODE_SOAP"];
  if (nodeSoap === undefined)
    console.log("skipped: node-soap: XSDSMITH_NODE_SOAP names no folder where soap is installed");
  const wsdl = join(root, "../shared/peers/wsdl/um.wsdl");
  const clients = (["xsdsmith", "node-soap"] as const).filter(
    (client) => client === "xsdsmith" || (nodeSoap && existsSync(wsdl)),
  );
  console.log(`${calls} calls over ${connections} connections`);
  for (const server of servers) {
    const started = await startServer(server);
    if (started === undefined) continue;
    // The server is at its slowest at first, and the machine is not always ours: the clients take turns, twice.
    const rates = new Map<string, number>();
    for (const [round, client] of [...clients, ...clients, ...clients].entries()) {
      const isWarming = round < clients.length;
      const asked: LoadTask = {
        client,
        server,
        endpoint: started.endpoint,
        calls: isWarming ? Math.ceil(calls / 5) : calls,
        connections,
        wsdl,
        nodeSoap,
      };
      const result = await ask<LoadResult>(["client", JSON.stringify(asked)]);
      if (isWarming) continue;
      rates.set(client, Math.max(rates.get(client) ?? 0, result.rate));
      console.log(`${server.padEnd(5)} ${client.padEnd(10)} ${describe(result)}`);
    }
    const [first = 0, second] = rates.values();
    if (second !== undefined)
      console.log(`${server.padEnd(5)} xsdsmith : node-soap = ${(first / second).toFixed(2)} : 1`);
    await started.close();
  }
}

function describe({ answered, wrong, failed, failure, rate, processor, growth }: LoadResult): string {
  const speed = `${rate.toFixed(0)} calls/s, ${processor.toFixed(0)} µs of processor each`;
  const memory = `memory ${growth < 0 ? "" : "+"}${growth.toFixed(1)} MB`;
  const example = failure === undefined ? "" : ` (${failure})`;
  return `answered ${answered}, to the wrong call ${wrong}, failed ${failed}; ${speed}; ${memory}${example}`;
}

async function startServer(
  kind: "own" | "mono",
): Promise<{ readonly endpoint: string; close(): Promise<void> } | undefined> {
  if (kind === "own") {
    const child = forkRole(["server"]);
    const endpoint = await new Promise<string>((resolve) =>
      child.once("message", (message) => resolve(String(message))),
    );
    return { endpoint, close: async () => void child.kill() };
  }
  const programs = ["mcs", "fastcgi-mono-server4", "nginx", "curl"];
  if (whyNot("ASP.NET ASMX under mono", programs, "mono-fastcgi-server4 mono-mcs nginx-light curl") !== undefined)
    return;
  const peers = new Peers();
  const { origin } = await peers.start("mono-asmx");
  return { endpoint: `${origin}/EWS/UM2007Legacy.asmx`, close: () => peers.close() };
}

function ask<T>(args: readonly string[]): Promise<T> {
  const child = forkRole(args);
  return new Promise((resolve, reject) => {
    child.once("message", (message) => resolve(message as T));
    child.once("exit", (code) => reject(new Error(`a client process ended with ${code}`)));
  });
}

function forkRole(args: readonly string[]) {
  const [, script = ""] = process.argv;
  return fork(script, ["load", ...args], { execArgv: ["--expose-gc"] });
}
