import { execFile } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { startUmService } from "xsdsmith/um/testing";
import { root } from "../../project-root.js";
import { Peers } from "../peers.js";
import type { Cell, Row, Runner } from "./cells.js";
import { jaxWs, jaxWsPeer } from "./jax-ws.js";
import { startMatrix } from "./matrix-service.js";

const folder = join(root, "test/interop/matrix");

/** How a client is run: for a cell, against the place where the service is. */
type Command = (cell: Cell, base: string) => Promise<string>;

/** Clients of others against our service. */
export const clientRows: readonly Row[] = [
  row("zeep → our service", {
    needs: ["/usr/bin/python3", "/usr/lib/python3/dist-packages/zeep"],
    packages: "python3-zeep",
    can: ["fault", "header", "rpc", "soap12", "mtomAnswer"],
    peer: "zeep",
    command: async () => (cell, base) => output("/usr/bin/python3", [join(folder, "client.py"), cell, base]),
  }),
  row("PHP SoapClient → our service", {
    needs: ["php"],
    packages: "php-cli php-soap",
    can: ["fault", "header", "rpc", "soap12"],
    peer: "php",
    command: async () => (cell, base) => output("php", [join(folder, "client.php"), cell, base]),
  }),
  {
    ...row("node-soap → our service", {
      needs: [join(root, "node_modules/soap/package.json")],
      packages: "(npm) soap",
      can: ["fault", "header", "rpc", "soap12", "mtomAnswer", "mtomRequest", "contents"],
      peer: "node",
      command: async () => (cell, base) => output(process.execPath, [join(folder, "client.mjs"), cell, base]),
    }),
    known: { rpc: "its fault: the wrapper is not in the namespace of soap:body" },
  },
  row("JAX-WS RI → our service", {
    ...jaxWs,
    can: ["calls", "fault", "header", "rpc", "soap12", "mtomAnswer", "mtomRequest", "contents"],
    command: async () => {
      const { args, cwd } = await jaxWsPeer();
      return (cell, base) => output("java", [...args, "client", cell, base], cwd);
    },
  }),
];

interface ClientStack {
  readonly needs: readonly string[];
  readonly packages: string;
  readonly can: readonly Cell[];
  /** What `client-run` of the peers calls it, which places a call and ends it. */
  readonly peer?: string | undefined;
  readonly command: () => Promise<Command>;
}

function row(name: string, { needs, packages, can, peer, command }: ClientStack): Row {
  const start = async (): Promise<Runner> => {
    const run = await command();
    const matrix = await startMatrix();
    const um = await startUmService({ connectAfter: 0 });
    const peers = new Peers();
    symlinkSync(join(root, "node_modules"), join(peers.folder, "node/node_modules"));
    const runs = can.map((cell) => [cell, () => run(cell, cell === "calls" ? um.endpoint : matrix.url)] as const);
    const calls = async () => {
      const { code, output: printed } = await peers.run("client-run", [peer ?? "", um.endpoint]);
      const done = code === 0 && /PlayOnPhone \S+/.test(printed) && um.counts["Disconnect"] === 1;
      // The peer's program prints a state while the call lasts, and asks no more afterwards.
      return done && /Connect(ing|ed)/.test(printed) ? "Connected Disconnected" : printed;
    };
    const close = async () => {
      await peers.close();
      await matrix.close();
      await um.close();
    };
    return { run: { ...(peer === undefined ? {} : { calls }), ...Object.fromEntries(runs) }, close };
  };
  return { name, needs, packages, start };
}

async function output(program: string, args: readonly string[], cwd: string = root): Promise<string> {
  return (await promisify(execFile)(program, [...args], { cwd })).stdout;
}
