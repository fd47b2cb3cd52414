import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { UMService } from "../../../../generated/um.js";
import {
  type KerberosModule,
  kerberosAuthentication,
  nodeTransport,
  ntlmAuthentication,
  type OfferOptions,
  strongestAuthentication,
} from "../../../../src/node/index.js";
import {
  basicAuthentication,
  bearerAuthentication,
  createClient,
  type OfferedAuthentication,
  type Transport,
  TransportError,
  type TransportRequest,
} from "../../../../src/soap.js";
import { envelope } from "../../soap/answers.js";
import { type NtlmServerOptions, ntlmServer } from "../ntlm/ntlm-server.js";
import { rejectionOf } from "../transport/send.js";

const answer = envelope("<m:ResetPINResponse/>");
const endpoint = "https://mail.example.com/EWS/UM2007Legacy.asmx";
const alice = { user: "LAB\\alice", password: "alicepw" };
const token = (request: TransportRequest | undefined) => request?.headers["authorization"] ?? "none";
const schemesOf = (requests: readonly TransportRequest[]) => requests.map((request) => token(request).split(" ")[0]);

/** Of a transport in memory that is said to know its connections. */
function clientOf(
  transport: Transport,
  authentications: OfferedAuthentication | readonly OfferedAuthentication[],
  options?: OfferOptions,
) {
  return createClient(UMService, {
    endpoint,
    transport: Object.assign((request: TransportRequest) => transport(request), { pinsConnections: true }),
    authentication: strongestAuthentication([authentications].flat(), options),
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
    const client = clientOf(server.transport, ntlmAuthentication(alice));
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
    await expect(clientOf(serverOf().transport, ntlmAuthentication(credentials)).resetPIN()).resolves.toEqual({});
  });

  it("takes a principal name", async () => {
    const server = serverOf({ user: "alice@lab.invalid", domain: "" });
    const credentials = { user: "alice@lab.invalid", password: "alicepw" };
    await expect(clientOf(server.transport, ntlmAuthentication(credentials)).resetPIN()).resolves.toEqual({});
  });

  it("binds to the TLS connection", async () => {
    const channelBinding = Buffer.from("tls-server-end-point:0123");
    const bound = serverOf({ channelBinding });
    await clientOf(bound.transport, ntlmAuthentication(alice)).resetPIN();
    // Someone in the middle has a certificate of their own.
    const other = Buffer.from("tls-server-end-point:4567");
    const relayed: Transport = async (request) => {
      const response = await bound.transport({ ...request, pin: {} });
      return { ...response, connection: { id: 1, channelBinding: other } };
    };
    expect(await rejectionOf(clientOf(relayed, ntlmAuthentication(alice)).resetPIN())).toMatchObject({
      code: "transport-auth",
    });
  });

  it("begins anew on a connection that has been closed", async () => {
    const server = serverOf();
    const client = clientOf(server.transport, ntlmAuthentication(alice));
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
    await clientOf(server.transport, ntlmAuthentication(alice)).resetPIN();
    expect([server.judged, server.requests.length]).toEqual([1, 5]);
    const closing = serverOf({
      change(response, request) {
        closing.drop(request.pin);
        return response;
      },
    });
    const error = await rejectionOf(clientOf(closing.transport, ntlmAuthentication(alice)).resetPIN());
    expect(error.message).toMatch(/closes the connection in the middle of NTLM/);
    expect([closing.judged, closing.requests.length]).toEqual([0, 5]);
  });

  it("needs a transport that knows its connections", async () => {
    const { transport } = serverOf();
    const blind: Transport = async (request) => ({ ...(await transport(request)), connection: undefined });
    const error = await rejectionOf(clientOf(blind, ntlmAuthentication(alice)).resetPIN());
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
    const error = await rejectionOf(clientOf(server.transport, ntlmAuthentication(alice)).resetPIN());
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
      const error = await rejectionOf(clientOf(server.transport, ntlmAuthentication(alice)).resetPIN());
      expect(error).toMatchObject({ code: "transport-auth" });
      expect(server.requests.length).toBe(2);
    }
  });

  it("uses so many connections and no more", async () => {
    const server = serverOf();
    const client = clientOf(server.transport, ntlmAuthentication(alice), { connections: 3 });
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
    ["NTLM", () => ntlmAuthentication(wrong), undefined, 3],
    ["NTLM in SPNEGO", () => ntlmAuthentication(wrong), ["Negotiate"], 3],
    ["Basic", () => basicAuthentication(wrong), ["Basic realm=x"], 2],
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
    const authentication = basicAuthentication(wrong);
    const client = createClient(UMService, { endpoint, transport: server.transport, authentication });
    const errors = await Promise.all(Array.from({ length: 20 }, () => rejectionOf(client.resetPIN())));
    for (const error of errors) expect(error).toMatchObject({ code: "transport-auth" });
    expect(server.requests).toHaveLength(1);
  });

  it("is sent again after the pause", async () => {
    const server = serverOf();
    const client = clientOf(server.transport, ntlmAuthentication(wrong), { refusalPause: 20 });
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
    for (const scheme of [ntlmAuthentication(wrong), basicAuthentication(wrong)]) {
      const error = await rejectionOf(clientOf(server.transport, scheme).resetPIN());
      const shown = [inspect(error, { depth: 9, showHidden: true }), JSON.stringify(error), String(error), error.stack];
      const basicToken = Buffer.from(`${wrong.user}:${wrong.password}`).toString("base64");
      for (const text of shown) expect(text).not.toMatch(new RegExp(`hunter2|${basicToken}|TlRMTVNTUAAD`));
    }
    expect(inspect(ntlmAuthentication(wrong), { depth: 9, showHidden: true })).not.toContain("hunter2");
    expect(
      inspect(clientOf(server.transport, ntlmAuthentication(wrong)), { depth: 9, showHidden: true }),
    ).not.toContain("hunter2");
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
    const client = clientOf(transport, kerberosAuthentication({ module: fakeKerberos(() => "VElDS0VU") }));
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
      const client = clientOf(transport, [kerberosAuthentication({ module }), basicAuthentication(alice)], {
        allowDowngrade: true,
      });
      expect((await rejectionOf(client.resetPIN())).message).toMatch(/proof|prove/);
      expect(schemesOf(requests)).toEqual(["none", "Negotiate"]);
    }
  });

  it("without a ticket is an error that sends nothing, unless something weaker is allowed", async () => {
    const module = fakeKerberos(() => {
      throw new Error("No Kerberos credentials available");
    });
    const schemes = [basicAuthentication(alice), kerberosAuthentication({ module })];
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
    const error = await rejectionOf(clientOf(transport, kerberosAuthentication({ module })).resetPIN());
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
    for (const authentication of [strongestAuthentication([basicAuthentication(alice)]), basicAuthentication(alice)]) {
      most = 0;
      const client = createClient(UMService, { endpoint, transport, authentication });
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
    const scheme = bearerAuthentication(({ refresh }) => {
      asked.push(refresh);
      return refresh || asked.length > 2 ? "new" : "old";
    });
    const { requests, transport } = serve("new");
    const client = clientOf(transport, [basicAuthentication(alice), scheme]);
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
        bearerAuthentication(({ refresh }) => tokens[refresh ? 1 : 0]),
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
    await clientOf(transport, [
      basicAuthentication(alice),
      ntlmAuthentication(alice),
      kerberosAuthentication({ module }),
    ]).resetPIN();
    expect(schemesOf(requests)).toEqual(["none", "Negotiate"]);
    const second = serverOf({ offers: ["Basic realm=x", "NTLM"] });
    await clientOf(second.transport, [basicAuthentication(alice), ntlmAuthentication(alice)]).resetPIN();
    expect(schemesOf(second.requests)).toEqual(["none", "NTLM", "NTLM"]);
  });

  it("is refused where the server offers none of them", async () => {
    const { transport, requests } = serverOf({ offers: ["Bearer", 'Digest realm="a, NTLM"'] });
    const error = await rejectionOf(
      clientOf(transport, [basicAuthentication(alice), ntlmAuthentication(alice)]).resetPIN(),
    );
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
    const client = clientOf(server.transport, [ntlmAuthentication(alice), basicAuthentication(alice)]);
    await client.resetPIN();
    server.drop(server.requests[0]?.pin);
    offers = ["Basic"];
    expect((await rejectionOf(client.resetPIN())).message).toMatch(/nothing stronger than Basic, and did before/);
    expect(schemesOf(server.requests)).toEqual(["none", "NTLM", "NTLM", "none"]);
  });

  it.each([
    [[], {}, /at least one/],
    [[basicAuthentication(alice)], { connections: 0 }, /connections is a number above 0/],
    [
      [basicAuthentication(alice)],
      { allowDowngrades: true },
      /no option allowDowngrades; did you mean allowDowngrade\?/,
    ],
    [[{ name: "mine", send: () => undefined }], {}, /cannot wait for an offer/],
    [basicAuthentication(alice), {}, /takes a list/],
  ])("cannot be made of %j with %j", (authentications, options, message) => {
    const make = () => strongestAuthentication(authentications as never, options as never);
    expect(make).toThrow(TypeError);
    expect(make).toThrow(message);
  });
});

describe("a transport that does not know its connections", () => {
  const transport: Transport = async () => ({ status: 200, headers: new Headers(), body: new Uint8Array() });

  it.each([
    ["NTLM", ntlmAuthentication(alice)],
    ["Kerberos or NTLM", strongestAuthentication([kerberosAuthentication(), ntlmAuthentication(alice)])],
  ])("is refused for %s when the client is made", (name, authentication) => {
    for (const options of [{ transport }, {}]) {
      expect(() => createClient(UMService, { endpoint, authentication, ...options })).toThrow(
        new TypeError(`${name} logs in connections; only a transport that knows its own, nodeTransport(), carries it`),
      );
    }
    expect(() => createClient(UMService, { endpoint, authentication, transport: nodeTransport() })).not.toThrow();
  });

  it("does for Kerberos, which sends a ticket with each request", () => {
    expect(() =>
      createClient(UMService, { endpoint, authentication: kerberosAuthentication(), transport }),
    ).not.toThrow();
  });
});

describe("NTLM alone", () => {
  it("waits for the offer as well", async () => {
    const server = serverOf();
    const transport = Object.assign(server.transport, { pinsConnections: true });
    const client = createClient(UMService, { endpoint, transport, authentication: ntlmAuthentication(alice) });
    await client.resetPIN();
    expect(schemesOf(server.requests)).toEqual(["none", "NTLM", "NTLM"]);
  });
});
