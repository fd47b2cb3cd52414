import { attachmentSupport, type ClientOptions, createClient, isFault, type ResponseInfo } from "xsdsmith/soap";
import { createUmClient } from "xsdsmith/um";
import type { Runs } from "./cells.js";
import { readMatrix } from "./matrix-service.js";

type AnyMethod = (input: object, options?: object) => Promise<unknown>;

/** Places a call and ends it. */
export function umCalls(endpoint: string): Runs {
  const calls = async () => {
    const um = createUmClient({ endpoint });
    const call = await um.playOnPhone({ entryId: "AAAA", dialString: "4255550123" });
    const state = async () => (await um.getCallInfo(call.id)).callState;
    // The first states pass within half a second.
    let before = await state();
    for (let tries = 0; before !== "Connected" && tries < 40; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      before = await state();
    }
    await um.disconnect(call.id);
    return `${before} ${await state()}`;
  };
  return { calls };
}

/** Where a server has the ports of `matrix.wsdl` and `album.wsdl`. */
export interface Places {
  readonly rpc: string;
  readonly doc: string;
  readonly doc12?: string | undefined;
  readonly mtom?: string | undefined;
  readonly album?: string | undefined;
}

/** What our client does against a server of `matrix.wsdl`. */
export async function matrixCalls({ rpc, doc, doc12, mtom, album }: Places): Promise<Runs> {
  const service = await readMatrix();
  const method = (binding: string, endpoint: string, name: string, options: Partial<ClientOptions> = {}): AnyMethod => {
    const found = createClient(service(binding).descriptor, { endpoint, ...options })[name];
    if (found === undefined) throw new Error(`no operation ${name}`);
    return found as AnyMethod;
  };
  const ask = (binding: string, endpoint: string, text: string) => async () => {
    let quota: unknown;
    const onResponse = ({ headers }: ResponseInfo<{ quota?: number }>) => (quota = headers.quota);
    const issues: string[] = [];
    const onIssue = ({ message }: { message: string }) => issues.push(message);
    const call = method(binding, endpoint, "ask", { onIssue });
    const answer = await call({ text }, { headers: { session: "s1" }, onResponse });
    return [answer, quota, ...issues].join(" ");
  };
  const faults: Readonly<Record<string, Parameters<typeof isFault>[1]>> =
    service("DocSoap").descriptor.operations["ask"]?.faults ?? {};
  const attachments = attachmentSupport({ sendAbove: 100 });
  return {
    rpc: async () => {
      const moved = await method("RpcSoap", rpc, "move")({ point: { x: 1, y: 2 }, by: 5 });
      const { x, y } = moved as { x: number; y: number };
      return `${x} ${y}`;
    },
    header: ask("DocSoap", doc, "hi"),
    fault: () =>
      ask("DocSoap", doc, "much too long")().catch((error: Error & { reason?: string }) =>
        faults["tooLong"] !== undefined && isFault(error, faults["tooLong"])
          ? `${error.reason} ${(error.declared.value as { max: number }).max}`
          : error.message,
      ),
    ...(doc12 === undefined ? {} : { soap12: ask("DocSoap12", doc12, "hi") }),
    ...(mtom === undefined
      ? {}
      : {
          mtomAnswer: async () => {
            let parts = 0;
            const onResponse = (info: ResponseInfo) => (parts = info.attachments.length);
            const data = await method("DocSoap", mtom, "fetch", { attachments })({ length: 5000 }, { onResponse });
            return parts === 1 ? String((data as Uint8Array).length) : `${parts} attachments`;
          },
          mtomRequest: async () =>
            String(await method("DocSoap", mtom, "store", { attachments })({ data: new Uint8Array(4000) })),
        }),
    ...(album === undefined
      ? {}
      : {
          contents: async () => {
            let same = false;
            const photo = new Uint8Array([0, 13, 10, 45, 45, 255]);
            const onResponse = ({ contents }: ResponseInfo<object, { scan: Uint8Array; log: string }>) => {
              same = String(contents.scan) === String(photo) && contents.log === "1 m2";
            };
            const contents = { photo, note: "1 m2" };
            const swap = method("AlbumSoap", album, "swap", { attachments });
            return `${String(await swap({ title: "A" }, { contents, onResponse }))} ${same}`;
          },
        }),
  };
}
