import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { UMService } from "../../../generated/um.js";
import {
  type AuthenticateOptions,
  type AuthenticationScheme,
  authenticate,
  basic,
  bearer,
  type KerberosModule,
  kerberos,
  ntlm,
} from "../../../src/node/index.js";
import {
  basicAuthentication,
  createClient,
  type Transport,
  TransportError,
  type TransportRequest,
} from "../../../src/soap.js";
import { envelope } from "../soap/answers.js";
import { rejectionOf } from "../transport/send.js";
import { type NtlmServerOptions, ntlmServer } from "./ntlm-server.js";

const answer = envelope("<m:ResetPINResponse/>");
const endpoint = "https://mail.example.com/EWS/UM2007Legacy.asmx";
const alice = { user: "LAB\\alice", password: "alicepw" };
const token = (request: TransportRequest | undefined) => request?.headers["authorization"] ?? "none";
const schemesOf = (requests: readonly TransportRequest[]) => requests.map((request) => token(request).split(" ")[0]);

function clientOf(
  transport: Transport,
  schemes: AuthenticationScheme | readonly AuthenticationScheme[],
  options?: AuthenticateOptions,
) {
  return createClient(UMService, {
    endpoint,
    transport,
    interceptors: [authenticate(schemes, options)],
    timeout: 5000,
  });
}

function serverOf(options: Partial<NtlmServerOptions> = {}) {
  return ntlmServer({ answer, ...options });
}

describe("NTLM", () => {
  it.each([
    ["bare", ["Negotiate", "NTLM"], ["none", "NTLM", "NTLM"]],
    ["in SPNEGO", ["Negotiate"], ["none", "Negotiate", "Negotiate"]],
  ])("authenticates a connection once, %s", async (_name, offers, schemes) => {
    const server = serverOf({ offers });
    const client = clientOf(server.transport, ntlm(alice));
    await client.resetPIN();
    expect(schemesOf(server.requests)).toEqual(schemes);
    await client.resetPIN();
    await client.resetPIN();
    expect(schemesOf(server.requests).slice(3)).toEqual(["none", "none"]);
    expect(new Set(server.requests.map(({ pin }) => pin)).size).toBe(1);
  });

  it.each([
    { user: "LAB\\alice", password: "alicepw" },
    { user: "alice", password: "alicepw", domain: "LAB" },
    { user: "ALICE", password: "alicepw", domain: "LAB", workstation: "PC" },
  ])("takes the domain as %o", async (credentials) => {
    await expect(clientOf(serverOf().transport, ntlm(credentials)).resetPIN()).resolves.toEqual({});
  });

  it("takes a principal name", async () => {
    const server = serverOf({ user: "alice@lab.invalid", domain: "" });
    const credentials = { user: "alice@lab.invalid", password: "alicepw" };
    await expect(clientOf(server.transport, ntlm(credentials)).resetPIN()).resolves.toEqual({});
  });

  it("binds to the TLS connection", async () => {
    const channelBinding = Buffer.from("tls-server-end-point:0123");
    const bound = serverOf({ channelBinding });
    await clientOf(bound.transport, ntlm(alice)).resetPIN();
    // Someone in the middle has a certificate of their own.
    const other = Buffer.from("tls-server-end-point:4567");
    const relayed: Transport = async (request) => {
      const response = await bound.transport({ ...request, pin: {} });
      return { ...response, connection: { id: 1, channelBinding: other } };
    };
    expect(await rejectionOf(clientOf(relayed, ntlm(alice)).resetPIN())).toMatchObject({ code: "transport-auth" });
  });

  it("begins anew on a connection that has been closed", async () => {
    const server = serverOf();
    const client = clientOf(server.transport, ntlm(alice));
    await client.resetPIN();
    server.drop(server.requests[0]?.pin);
    await client.resetPIN();
    expect(schemesOf(server.requests)).toEqual(["none", "NTLM", "NTLM", "none", "NTLM", "NTLM"]);
  });

  it("does not take a connection that closes in the middle for a refusal", async () => {
    let drops = 1;
    const server = serverOf({
      change(response, request) {
        if (token(request).startsWith("NTLM") && drops-- > 0) server.drop(request.pin);
        return response;
      },
    });
    await clientOf(server.transport, ntlm(alice)).resetPIN();
    expect([server.judged, server.requests.length]).toEqual([1, 5]);
    const closing = serverOf({
      change(response, request) {
        closing.drop(request.pin);
        return response;
      },
    });
    const error = await rejectionOf(clientOf(closing.transport, ntlm(alice)).resetPIN());
    expect(error.message).toMatch(/closes the connection in the middle of NTLM/);
    expect([closing.judged, closing.requests.length]).toEqual([0, 5]);
  });

  it("needs a transport that knows its connections", async () => {
    const { transport } = serverOf();
    const blind: Transport = async (request) => ({ ...(await transport(request)), connection: undefined });
    const error = await rejectionOf(clientOf(blind, ntlm(alice)).resetPIN());
    expect(error).toMatchObject({ code: "transport-auth", message: expect.stringMatching(/use nodeTransport/) });
  });

  it.each([
    ["rubbish", "NTLM AAAA"],
    ["nothing", "NTLM"],
    ["a list without an end", 'Basic realm="'],
  ])("ends with a challenge of %s", async (_name, challenge) => {
    const server = serverOf({
      change: (response, request) =>
        token(request) === "none" ? response : { ...response, headers: new Headers({ "www-authenticate": challenge }) },
    });
    const error = await rejectionOf(clientOf(server.transport, ntlm(alice)).resetPIN());
    expect(error).toMatchObject({ code: "transport-auth" });
    expect([server.judged, server.requests.length]).toEqual([0, 2]);
  });

  it("ends with SPNEGO that is none, or that rejects", async () => {
    for (const bytes of ["a1073005a0030a0102", "a1023000", "a1820fff", "6003020100", "ff"]) {
      const value = `Negotiate ${Buffer.from(bytes, "hex").toString("base64")}`;
      const server = serverOf({
        offers: ["Negotiate"],
        change: (response, request) =>
          token(request) === "none" ? response : { ...response, headers: new Headers({ "www-authenticate": value }) },
      });
      const error = await rejectionOf(clientOf(server.transport, ntlm(alice)).resetPIN());
      expect(error).toMatchObject({ code: "transport-auth" });
      expect(server.requests.length).toBe(2);
    }
  });

  it("uses so many connections and no more", async () => {
    const server = serverOf();
    const client = clientOf(server.transport, ntlm(alice), { connections: 3 });
    await client.resetPIN();
    await Promise.all(Array.from({ length: 30 }, () => client.resetPIN()));
    const pins = new Set(server.requests.map(({ pin }) => pin)).size;
    expect(pins).toBe(3);
    // One request more for each connection, and one that asks which schemes there are.
    expect(server.requests.length).toBe(31 + pins + 1);
  });
});

describe("a wrong password", () => {
  const wrong = { ...alice, password: "hunter2-secret" };

  it.each([
    ["NTLM", () => ntlm(wrong), undefined, 3],
    ["NTLM in SPNEGO", () => ntlm(wrong), ["Negotiate"], 3],
    ["Basic", () => basic(wrong), ["Basic realm=x"], 2],
  ] as const)("is sent once by %s, whoever calls meanwhile or soon", async (_name, scheme, offers, requests) => {
    const server = serverOf(offers === undefined ? {} : { offers });
    const client = clientOf(server.transport, scheme());
    const errors = await Promise.all(Array.from({ length: 20 }, () => rejectionOf(client.resetPIN())));
    errors.push(await rejectionOf(client.resetPIN()));
    for (const error of errors) expect(error).toMatchObject({ code: "transport-auth", name: "TransportError" });
    expect(
      errors.filter(({ message }) => /^transport-auth: the server refused the credentials \(/.test(message)),
    ).toHaveLength(1);
    const sent = server.requests.filter((request) => token(request) !== "none");
    expect(sent.length).toBe(requests - 1);
  });

  it("is sent once by basicAuthentication too", async () => {
    const server = serverOf({ offers: ["Basic realm=x"] });
    const interceptors = [basicAuthentication(wrong)];
    const client = createClient(UMService, { endpoint, transport: server.transport, interceptors });
    const errors = await Promise.all(Array.from({ length: 20 }, () => rejectionOf(client.resetPIN())));
    for (const error of errors) expect(error).toMatchObject({ code: "transport-auth" });
    expect(server.requests).toHaveLength(1);
  });

  it("is sent again after the pause", async () => {
    const server = serverOf();
    const client = clientOf(server.transport, ntlm(wrong), { refusalPause: 20 });
    await rejectionOf(client.resetPIN());
    await new Promise((resolve) => setTimeout(resolve, 30));
    await rejectionOf(client.resetPIN());
    expect(server.judged).toBe(2);
  });

  it("is in no error", async () => {
    const server = serverOf({
      change: (response, request) => ({
        ...response,
        // Some error pages repeat the request.
        body: new TextEncoder().encode(`<pre>Authorization: ${token(request)}\n${token(request)}</pre>`),
      }),
    });
    for (const scheme of [ntlm(wrong), basic(wrong)]) {
      const error = await rejectionOf(clientOf(server.transport, scheme).resetPIN());
      const shown = [inspect(error, { depth: 9, showHidden: true }), JSON.stringify(error), String(error), error.stack];
      const basicToken = Buffer.from(`${wrong.user}:${wrong.password}`).toString("base64");
      for (const text of shown) expect(text).not.toMatch(new RegExp(`hunter2|${basicToken}|TlRMTVNTUAAD`));
    }
    expect(inspect(ntlm(wrong), { depth: 9, showHidden: true })).not.toContain("hunter2");
    expect(inspect(clientOf(server.transport, ntlm(wrong)), { depth: 9, showHidden: true })).not.toContain("hunter2");
  });
});

/** A Kerberos library of which the test says what it does. */
function fakeKerberos(step: (challenge: string, count: number) => string): KerberosModule {
  return {
    GSS_C_MUTUAL_FLAG: 2,
    GSS_C_SEQUENCE_FLAG: 8,
    GSS_MECH_OID_SPNEGO: 6,
    async initializeClient(service, options) {
      expect([service, options.mechOID, options.gssFlag]).toEqual(["HTTP@mail.example.com", 6, 10]);
      let count = 0;
      const client = {
        contextComplete: false,
        async step(challenge: string) {
          const sent = step(challenge, ++count);
          client.contextComplete = challenge === "UFJPT0Y=";
          return sent;
        },
      };
      return client;
    },
  };
}

function negotiateServer(
  proof: string | undefined,
  offers: readonly string[] = ["Negotiate", "NTLM", "Basic realm=x"],
) {
  const requests: TransportRequest[] = [];
  const transport: Transport = async (request) => {
    requests.push(request);
    const isRight = token(request) === "Negotiate VElDS0VU" || token(request).startsWith("Basic ");
    const headers = new Headers(isRight ? {} : offers.map((offer) => ["www-authenticate", offer]));
    if (isRight && proof !== undefined) headers.set("www-authenticate", `Negotiate ${proof}`);
    headers.set("content-type", "text/xml");
    return {
      status: isRight ? 200 : 401,
      headers,
      body: new TextEncoder().encode(answer),
      connection: { id: 1, channelBinding: undefined },
    };
  };
  return { requests, transport };
}

describe("Kerberos", () => {
  it("sends a ticket with each request, and checks the server's proof", async () => {
    const { transport, requests } = negotiateServer("UFJPT0Y=");
    const client = clientOf(transport, kerberos({ module: fakeKerberos(() => "VElDS0VU") }));
    await client.resetPIN();
    await client.resetPIN();
    expect(schemesOf(requests)).toEqual(["none", "Negotiate", "Negotiate"]);
  });

  it("takes no answer without the proof for one, and does not send the request again", async () => {
    for (const proof of [undefined, "V1JPTkc="]) {
      const { transport, requests } = negotiateServer(proof);
      const module = fakeKerberos((challenge) => {
        if (challenge === "V1JPTkc=") throw new Error("wrong");
        return "VElDS0VU";
      });
      const client = clientOf(transport, [kerberos({ module }), basic(alice)], { allowDowngrade: true });
      expect((await rejectionOf(client.resetPIN())).message).toMatch(/proof|prove/);
      expect(schemesOf(requests)).toEqual(["none", "Negotiate"]);
    }
  });

  it("without a ticket is an error that sends nothing, unless something weaker is allowed", async () => {
    const module = fakeKerberos(() => {
      throw new Error("No Kerberos credentials available");
    });
    const schemes = [basic(alice), kerberos({ module })];
    const { transport, requests } = negotiateServer(undefined);
    const error = await rejectionOf(clientOf(transport, schemes).resetPIN());
    expect(error).toBeInstanceOf(TransportError);
    expect(error.message).toMatch(
      /^transport-auth: Kerberos: there is no Kerberos ticket to send: No Kerberos cred.*allowDowngrade/,
    );
    expect(schemesOf(requests)).toEqual(["none"]);
    await clientOf(transport, schemes, { allowDowngrade: true }).resetPIN();
    expect(schemesOf(requests)).toEqual(["none", "none", "Basic"]);
  });

  it("says what to install", async () => {
    const { transport } = negotiateServer(undefined);
    const module = { ...fakeKerberos(() => ""), initializeClient: () => Promise.reject(new Error("x".repeat(999))) };
    const error = await rejectionOf(clientOf(transport, kerberos({ module })).resetPIN());
    expect(error.message.length).toBeLessThan(400);
  });
});

describe("a right password", () => {
  it("does not make calls wait for each other, once it is known to be right", async () => {
    let [inside, most] = [0, 0];
    const transport: Transport = async (request) => {
      if (token(request) === "none")
        return { status: 401, headers: new Headers({ "www-authenticate": "Basic" }), body: new Uint8Array() };
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside--;
      return {
        status: 200,
        headers: new Headers({ "content-type": "text/xml" }),
        body: new TextEncoder().encode(answer),
      };
    };
    for (const interceptor of [authenticate(basic(alice)), basicAuthentication(alice)]) {
      most = 0;
      const client = createClient(UMService, { endpoint, transport, interceptors: [interceptor] });
      await Promise.all(Array.from({ length: 10 }, () => client.resetPIN()));
      expect(most).toBe(9);
      await Promise.all(Array.from({ length: 10 }, () => client.resetPIN()));
      expect(most).toBe(10);
    }
  });
});

describe("a bearer token", () => {
  const serve = (good: string) => {
    const requests: TransportRequest[] = [];
    const transport: Transport = async (request) => {
      requests.push(request);
      const isRight = token(request) === `Bearer ${good}`;
      const headers = new Headers(isRight ? { "content-type": "text/xml" } : { "www-authenticate": "Bearer, Basic" });
      return { status: isRight ? 200 : 401, headers, body: new TextEncoder().encode(answer) };
    };
    return { requests, transport };
  };

  it("is preferred to a password, sent where it is asked for, and refreshed once", async () => {
    const asked: boolean[] = [];
    const scheme = bearer(({ refresh }) => {
      asked.push(refresh);
      return refresh || asked.length > 2 ? "new" : "old";
    });
    const { requests, transport } = serve("new");
    const client = clientOf(transport, [basic(alice), scheme]);
    await client.resetPIN();
    await client.resetPIN();
    expect(requests.map(token)).toEqual(["none", "Bearer old", "Bearer new", "Bearer new"]);
    expect(asked).toEqual([false, true, false]);
  });

  it.each([
    [["old", "other"], 3],
    [["old", "old"], 2],
  ] as const)("of %j is an error", async (tokens, count) => {
    const { requests, transport } = serve("new");
    const error = await rejectionOf(
      clientOf(
        transport,
        bearer(({ refresh }) => tokens[refresh ? 1 : 0]),
      ).resetPIN(),
    );
    expect(error).toMatchObject({ code: "transport-auth", status: 401 });
    expect(requests).toHaveLength(count);
  });
});

describe("the choice of a scheme", () => {
  it("is the strongest that both sides know", async () => {
    const module = fakeKerberos(() => "VElDS0VU");
    const { transport, requests } = negotiateServer("UFJPT0Y=");
    await clientOf(transport, [basic(alice), ntlm(alice), kerberos({ module })]).resetPIN();
    expect(schemesOf(requests)).toEqual(["none", "Negotiate"]);
    const second = serverOf({ offers: ["Basic realm=x", "NTLM"] });
    await clientOf(second.transport, [basic(alice), ntlm(alice)]).resetPIN();
    expect(schemesOf(second.requests)).toEqual(["none", "NTLM", "NTLM"]);
  });

  it("is refused where the server offers none of them", async () => {
    const { transport, requests } = serverOf({ offers: ["Bearer", 'Digest realm="a, NTLM"'] });
    const error = await rejectionOf(clientOf(transport, [basic(alice), ntlm(alice)]).resetPIN());
    expect(error.message).toBe("transport-auth: the server offers bearer, digest; expected NTLM or Basic");
    expect(requests).toHaveLength(1);
  });

  it("is refused where the server offered something stronger before", async () => {
    let offers = ["NTLM", "Basic"];
    const server = serverOf({
      change: (response) =>
        response.status === 401 && !response.headers.get("www-authenticate")?.startsWith("NTLM T")
          ? { ...response, headers: new Headers(offers.map((offer) => ["www-authenticate", offer])) }
          : response,
    });
    const client = clientOf(server.transport, [ntlm(alice), basic(alice)]);
    await client.resetPIN();
    server.drop(server.requests[0]?.pin);
    offers = ["Basic"];
    expect((await rejectionOf(client.resetPIN())).message).toMatch(/nothing stronger than Basic, and did before/);
    expect(schemesOf(server.requests)).toEqual(["none", "NTLM", "NTLM", "none"]);
  });

  it.each([
    [[], {}],
    [[basic(alice)], { connections: 0 }],
  ])("cannot be made of %j with %j", (schemes, options) => {
    expect(() => authenticate(schemes, options)).toThrow(TypeError);
  });
});
