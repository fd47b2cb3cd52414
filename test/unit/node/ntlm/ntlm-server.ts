import { ntlmMechanisms } from "../../../../src/node/auth/spnego.js";
import { context, derTag, readDer, readDerIn, writeDer } from "../../../../src/node/der.js";
import { readAvPairs } from "../../../../src/node/ntlm/av-pairs.js";
import { readField } from "../../../../src/node/ntlm/message.js";
import { channelBindingsHash, hmacMd5, responseKey } from "../../../../src/node/ntlm/ntlmv2.js";
import { rc4 } from "../../../../src/node/ntlm/rc4.js";
import { sessionSecurity } from "../../../../src/node/ntlm/session-security.js";
import type { Transport, TransportRequest, TransportResponse } from "../../../../src/soap.js";

export interface NtlmServerOptions {
  readonly user?: string;
  readonly password?: string;
  readonly domain?: string;
  /** What it requires the client to be bound to. */
  readonly channelBinding?: Uint8Array;
  /** The values of WWW-Authenticate; the default is Negotiate and NTLM. */
  readonly offers?: readonly string[];
  /** Changes what would be answered. */
  readonly change?: (response: TransportResponse, request: TransportRequest) => TransportResponse;
  readonly answer: string;
}

export interface NtlmServer {
  readonly transport: Transport;
  readonly requests: TransportRequest[];
  /** How often it judged credentials. */
  readonly judged: number;
  /** Ends the connection of a pinned request. */
  drop(pin: object | undefined): void;
}

interface Connection {
  readonly id: number;
  negotiate?: Buffer;
  isAuthenticated?: boolean;
}

/** A server that authenticates connections by NTLMv2, as a transport in memory: it checks proof, MIC and bindings. */
export function ntlmServer(options: NtlmServerOptions): NtlmServer {
  const { user = "alice", password = "alicepw", domain = "LAB", offers = ["Negotiate", "NTLM"] } = options;
  const connections = new Map<object, Connection>();
  const requests: TransportRequest[] = [];
  let lastId = 0;
  let judged = 0;
  const challenge = challengeMessage();
  const judge = (negotiate: Buffer, authenticate: Buffer, mechanismsMic: Uint8Array | undefined): boolean => {
    judged++;
    const nt = readField(authenticate, 20);
    const key = responseKey(user, password, domain);
    const proof = hmacMd5(key, challenge.subarray(24, 32), nt.subarray(16));
    if (!proof.equals(nt.subarray(0, 16))) return false;
    const sessionKey = rc4(hmacMd5(key, proof))(readField(authenticate, 52));
    const zeroed = Buffer.from(authenticate).fill(0, 72, 88);
    const pairs = readAvPairs(nt.subarray(44));
    const bindings = pairs.find(({ id }) => id === 10)?.value;
    const signature = sessionSecurity(authenticate.readUInt32LE(60), sessionKey).sign(ntlmMechanisms);
    return (
      hmacMd5(sessionKey, negotiate, challenge, zeroed).equals(authenticate.subarray(72, 88)) &&
      channelBindingsHash(options.channelBinding).equals(bindings ?? new Uint8Array()) &&
      (mechanismsMic === undefined || signature.equals(mechanismsMic))
    );
  };
  const refuse = (...values: readonly string[]): TransportResponse => ({
    status: 401,
    headers: new Headers(values.map((value) => ["www-authenticate", value])),
    body: new TextEncoder().encode("<html>refused</html>"),
  });
  const answer = (connection: Connection, authorization: string | undefined): TransportResponse => {
    const [scheme = "", token = ""] = (authorization ?? "").split(" ");
    if (token !== "") {
      connection.isAuthenticated = false;
      const isWrapped = scheme === "Negotiate";
      const bytes = Buffer.from(token, "base64");
      const { message, mic } = isWrapped ? unwrap(bytes) : { message: bytes, mic: undefined };
      if (message[8] === 1) {
        connection.negotiate = message;
        return refuse(`${scheme} ${Buffer.from(isWrapped ? wrap(challenge) : challenge).toString("base64")}`);
      }
      const { negotiate } = connection;
      delete connection.negotiate;
      if (negotiate !== undefined && judge(negotiate, message, mic)) connection.isAuthenticated = true;
    }
    if (connection.isAuthenticated !== true) return refuse(...offers);
    const headers = new Headers({ "content-type": "text/xml" });
    return { status: 200, headers, body: new TextEncoder().encode(options.answer) };
  };
  return {
    requests,
    get judged() {
      return judged;
    },
    drop: (pin) => void connections.delete(pin ?? {}),
    async transport(request) {
      requests.push(request);
      await Promise.resolve();
      const { pin = {} } = request;
      const connection = connections.get(pin) ?? { id: ++lastId };
      connections.set(pin, connection);
      const response = answer(connection, request.headers["authorization"]);
      const pinned = { ...response, connection: { id: connection.id, channelBinding: options.channelBinding } };
      return options.change?.(pinned, request) ?? pinned;
    },
  };
}

function challengeMessage(): Buffer {
  const targetInfo = Buffer.from("02000600 4c0041004200 07000800 009af43b4b6cdc01 00000000".replace(/ /g, ""), "hex");
  const head = Buffer.alloc(56);
  head.write("NTLMSSP\0", "latin1");
  head.writeUInt32LE(2, 8);
  head.writeUInt32LE(0xe28a8235, 20);
  head.write("0123456789abcdef", 24, "hex");
  head.writeUInt16LE(targetInfo.length, 40);
  head.writeUInt32LE(56, 44);
  return Buffer.concat([head, targetInfo]);
}

/** NegTokenResp { accept-incomplete, NTLM, token } */
function wrap(token: Uint8Array): Uint8Array {
  const state = writeDer(context(0), writeDer(derTag.enumerated, Uint8Array.of(1)));
  const sequence = writeDer(derTag.sequence, state, writeDer(context(2), writeDer(derTag.octetString, token)));
  return writeDer(context(1), sequence);
}

/** The mechanism's token of NegTokenInit or NegTokenResp, and the MIC of the latter. */
function unwrap(bytes: Buffer): { readonly message: Buffer; readonly mic: Uint8Array | undefined } {
  const [outer] = readDer(bytes);
  const isFirst = outer?.tag === derTag.application0;
  const inner = isFirst ? readDerIn(outer, derTag.application0)[1] : outer;
  const [sequence] = readDerIn(inner, context(isFirst ? 0 : 1));
  const fields = readDerIn(sequence, derTag.sequence);
  const field = (index: number) =>
    readDer(fields.find(({ tag }) => tag === context(index))?.contents ?? new Uint8Array())[0];
  return {
    message: Buffer.from(field(2)?.contents ?? new Uint8Array()),
    mic: isFirst ? undefined : field(3)?.contents,
  };
}
