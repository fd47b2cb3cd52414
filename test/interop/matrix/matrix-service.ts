import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ReadService, readServices } from "../../../generator/interpret/read-services.js";
import { nodeFiles } from "../../../generator/load/node-files.js";
import { type Listener, listen } from "../../../src/node/listen.js";
import type { ElementDescriptor } from "../../../src/schema/descriptors.js";
import { attachmentSupport, createHandler, type Handler, newFault } from "../../../src/soap.js";
import { root } from "../../project-root.js";

const folder = join(root, "test/interop/matrix");
export const matrixWsdl: string = join(folder, "matrix.wsdl");

export async function readMatrix(): Promise<(binding: string) => ReadService> {
  const { services } = await readServices(["matrix.wsdl", "album.wsdl"], nodeFiles(folder));
  return (name) => {
    const found = services.find(({ binding }) => binding.name.localName === name);
    if (found === undefined) throw new Error(`no binding ${name}`);
    return found;
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Album {
  readonly photo: Uint8Array;
  readonly note: string;
}

/** Our side: each port at a path of its own, its description with it. */
export async function startMatrix(): Promise<Listener> {
  const service = await readMatrix();
  const handlers = new Map<string, Handler>();
  const add = (path: string, binding: string, attachments = false) => {
    const { descriptor } = service(binding);
    const faults: Readonly<Record<string, ElementDescriptor<unknown>>> = descriptor.operations["ask"]?.faults ?? {};
    const implementation = {
      move: ({ point, by }: { point: Point; by: number }) => ({ x: point.x + by, y: point.y }),
      ask: (
        { text: asked }: { text: string },
        context: { headers: { session?: string }; responseHeaders: { quota?: number } },
      ) => {
        const { tooLong } = faults;
        if (asked.length > 10 && tooLong !== undefined) {
          throw newFault(tooLong, { max: 10 }, { reason: "the text is too long" });
        }
        context.responseHeaders.quota = 7;
        return `${asked} for ${context.headers.session}`;
      },
      fetch: ({ length }: { length: number }) => new Uint8Array(length),
      store: ({ data }: { data: Uint8Array }, context: { attachments: readonly unknown[] }) =>
        // What came in the envelope itself is no MTOM.
        context.attachments.length === 1 ? data.length : -1,
      swap: (
        { title }: { title: string },
        { contents, responseContents }: { contents: Album; responseContents: { scan?: Uint8Array; log?: string } },
      ) => {
        responseContents.scan = contents.photo;
        responseContents.log = contents.note;
        return title;
      },
    };
    const file = binding === "AlbumSoap" ? "album.wsdl" : "matrix.wsdl";
    const wsdl = { text: onePort(readFileSync(join(folder, file), "utf8"), binding) };
    const options = attachments ? { wsdl, attachments: attachmentSupport({ sendAbove: 100 }) } : { wsdl };
    handlers.set(path, createHandler<object>(descriptor, implementation, options));
  };
  add("/rpc", "RpcSoap");
  add("/doc", "DocSoap");
  add("/doc12", "DocSoap12");
  add("/mtom", "DocSoap", true);
  add("/album", "AlbumSoap", true);
  return listen(async (request) => {
    const handler = handlers.get(new URL(request.url).pathname);
    return handler === undefined ? new Response(null, { status: 404 }) : handler(request);
  });
}

/** Some clients take the first port, whatever its address. */
function onePort(text: string, binding: string): string {
  return text.replace(/ *<w:port name="(\w+)".*\n/g, (port, name: string) => (name === binding ? port : ""));
}
