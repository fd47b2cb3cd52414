import { Agent } from "node:http";
import { createRequire } from "node:module";
import { nodeTransport } from "xsdsmith/node";
import { createClient, SoapFault } from "xsdsmith/soap";
import { UMService } from "xsdsmith/um/messages";
import { infoOf } from "./load-server.js";

/** What a client process is to do. */
export interface LoadTask {
  readonly client: "xsdsmith" | "node-soap";
  readonly server: "own" | "mono";
  readonly endpoint: string;
  readonly calls: number;
  readonly connections: number;
  /** The WSDL, and the folder to find node-soap from. */
  readonly wsdl: string;
  readonly nodeSoap: string | undefined;
}

export interface LoadResult {
  readonly answered: number;
  readonly wrong: number;
  readonly failed: number;
  readonly failure: string | undefined;
  /** Calls in a second. */
  readonly rate: number;
  /** What a call takes of the processor, in microseconds: of use where server and client share one. */
  readonly processor: number;
  /** What the memory grew by, in MB: the heap and what lies beside it, after a collection. */
  readonly growth: number;
}

type GetCallInfo = (callId: string) => Promise<string>;

/** Makes the calls and tells the parent process the result. */
export async function runLoad(task: LoadTask): Promise<void> {
  const { call, close } = task.client === "xsdsmith" ? ours(task) : await theirs(task);
  const questions = await prepare(task, call);
  // Once through, so that connections and code are there before the memory is looked at.
  await inParallel(task.connections, task.connections, (index) => ask(questions, call, index).catch(() => ""));
  const before = await memory();
  const count = { answered: 0, wrong: 0, failed: 0 };
  let failure: string | undefined;
  const start = performance.now();
  const used = process.cpuUsage();
  await inParallel(task.calls, task.connections, async (index) => {
    try {
      const answer = await ask(questions, call, index);
      if (answer === questions[index % questions.length]?.wanted) count.answered++;
      else {
        count.wrong++;
        failure ??= answer;
      }
    } catch (error) {
      count.failed++;
      failure ??= String(error);
    }
  });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  const growth = (await memory()) - before;
  await close();
  const result: LoadResult = {
    ...count,
    failure,
    rate: task.calls / seconds,
    processor: (user + system) / task.calls,
    growth,
  };
  process.send?.(result, () => process.exit());
}

interface Question {
  readonly callId: string;
  readonly wanted: string;
}

/** Our server knows every call; the others know those that were placed, and one that is not known is a fault. */
async function prepare({ server, endpoint }: LoadTask, call: GetCallInfo): Promise<readonly Question[]> {
  if (server === "own") {
    return Array.from({ length: 1000 }, (_, index) => ({ callId: `call-${index}`, wanted: infoOf(String(index)) }));
  }
  const um = createClient(UMService, { endpoint });
  const place = async (dialString: string) =>
    (await um.playOnPhone({ entryId: "AAAA", dialString })).playOnPhoneResponse ?? "";
  const busy = await place("4255550100#busy");
  const ended = await place("4255550101");
  await um.disconnect({ callId: ended });
  const all = [busy, ended, "bogus"];
  return Promise.all(all.map(async (callId) => ({ callId, wanted: await call(callId) })));
}

function ask(questions: readonly Question[], call: GetCallInfo, index: number): Promise<string> {
  return call(questions[index % questions.length]?.callId ?? "");
}

function ours({ endpoint, connections }: LoadTask): { readonly call: GetCallInfo; close(): Promise<void> } {
  const transport = nodeTransport({ connections, keepAlive: 60_000 });
  const client = createClient(UMService, { endpoint, transport, timeout: 120_000 });
  return {
    async call(callId) {
      try {
        const { callState, eventCause } = (await client.getCallInfo({ callId })).getCallInfoResponse;
        return `${callState}/${eventCause}`;
      } catch (error) {
        if (error instanceof SoapFault) return "fault";
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

/** node-soap is no dependency: it is used where it is. */
async function theirs({ endpoint, connections, wsdl, nodeSoap }: LoadTask) {
  const soap = createRequire(`${nodeSoap}/package.json`)("soap") as {
    createClientAsync(wsdl: string, options: object): Promise<NodeSoapClient>;
  };
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const client = await soap.createClientAsync(wsdl, {});
  client.setEndpoint(endpoint);
  return {
    async call(callId: string) {
      try {
        const [answer] = await client.GetCallInfoAsync({ CallId: callId }, { httpAgent: agent, timeout: 120_000 });
        const { CallState, EventCause } = answer.GetCallInfoResponse;
        return `${CallState}/${EventCause}`;
      } catch (error) {
        if (error instanceof Error && "root" in error) return "fault";
        throw error;
      }
    },
    close: async () => agent.destroy(),
  };
}

interface NodeSoapClient {
  setEndpoint(endpoint: string): void;
  GetCallInfoAsync(
    input: object,
    options: object,
  ): Promise<readonly [{ readonly GetCallInfoResponse: { readonly CallState: string; readonly EventCause: string } }]>;
}

async function inParallel(count: number, width: number, act: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < count) await act(next++);
  };
  await Promise.all(Array.from({ length: Math.min(width, count) }, work));
}

async function memory(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    globalThis.gc?.();
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}
