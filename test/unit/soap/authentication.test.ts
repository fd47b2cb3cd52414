import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { UMService } from "../../../generated/um.js";
import {
  type Authentication,
  basicAuthentication,
  bearerAuthentication,
  createClient,
  type TransportRequest,
} from "../../../src/soap.js";
import { answering, envelope, rejection } from "./answers.js";

const answer = { body: envelope("<m:ResetPINResponse/>") };

async function headersWith(
  authentication: Authentication,
  endpoint = "https://mail.example.com/",
): Promise<TransportRequest["headers"]> {
  const { transport, requests } = answering(answer);
  await createClient(UMService, { endpoint, transport, authentication }).resetPIN();
  return requests[0]?.headers ?? {};
}

describe("Basic authentication", () => {
  it("encodes user and password in UTF-8", async () => {
    // The second example of RFC 7617, 2.1.
    const headers = await headersWith(basicAuthentication({ user: "test", password: "123£" }));
    expect(headers["authorization"]).toBe("Basic dGVzdDoxMjPCow==");
  });

  it("refuses what the scheme cannot carry", () => {
    expect(() => basicAuthentication({ user: "a:b", password: "" })).toThrow(/no colon/);
    expect(() => basicAuthentication({ user: "a", password: "b\nsecret" })).toThrow(/^(?!.*secret)/);
    expect(() => basicAuthentication({ user: "a" } as never)).toThrow(TypeError);
  });
});

describe("a bearer token", () => {
  it("is given, or asked for before each request", async () => {
    expect((await headersWith(bearerAuthentication("abc.def")))["authorization"]).toBe("Bearer abc.def");
    let count = 0;
    const authentication = bearerAuthentication(async () => `token${++count}`);
    await headersWith(authentication);
    expect((await headersWith(authentication))["authorization"]).toBe("Bearer token2");
  });

  it.each(["", "two words", "line\nbreak"])("that is %j is an error that does not show it", async (token) => {
    const error = await rejection(headersWith(bearerAuthentication(token)));
    expect(error).toMatchObject({ code: "transport-auth" });
    if (token !== "") expect(inspect(error)).not.toContain(token);
  });

  it("that cannot be had is an error with its cause", async () => {
    const cause = new Error("no network");
    const error = await rejection(headersWith(bearerAuthentication(() => Promise.reject(cause))));
    expect(error).toMatchObject({ code: "transport-auth", cause });
  });
});

describe("credentials over http", () => {
  const basic = basicAuthentication({ user: "a", password: "secret" });

  it.each(["http://localhost/", "http://127.0.0.1:8080/", "http://127.1/", "http://[::1]/", "http://um.localhost/"])(
    "are sent to %s",
    async (endpoint) => {
      expect(await headersWith(basic, endpoint)).toHaveProperty("authorization");
    },
  );

  it.each([
    "http://mail.example.com/",
    "http://10.0.0.1/",
    "http://localhost.example.com/",
    "http://127.0.0.1.example.com/",
  ])("are not sent to %s", async (endpoint) => {
    const error = await rejection(headersWith(basic, endpoint));
    expect(error).toMatchObject({ code: "transport-insecure" });
    expect(inspect(error)).not.toMatch(/secret|YTpzZWNyZXQ/);
  });

  it("are not sent as headers of the caller either", async () => {
    const { transport, requests } = answering(answer);
    const client = createClient(UMService, { endpoint: "http://mail.example.com/", transport });
    for (const name of ["Authorization", "Cookie", "Proxy-Authorization"]) {
      const error = await rejection(client.resetPIN({}, { httpHeaders: { [name]: "x" } }));
      expect(error).toMatchObject({ code: "transport-insecure" });
    }
    expect(requests).toEqual([]);
  });

  it("are sent where that is allowed", async () => {
    const { transport, requests } = answering(answer);
    const options = { endpoint: "http://mail.example.com/", transport, authentication: basic };
    await createClient(UMService, { ...options, allowInsecureCredentials: true }).resetPIN();
    expect(requests[0]?.headers).toHaveProperty("authorization");
  });
});

describe("the option authentication", () => {
  const endpoint = "https://mail.example.com/";
  const refused = (options: object) => () => createClient(UMService, { endpoint, ...options });
  const basic = basicAuthentication({ user: "a", password: "b" });

  it("takes anything with a name that sends the request", async () => {
    const headers = await headersWith({
      name: "mine",
      send: (request, next) => next({ ...request, headers: { ...request.headers, authorization: "Mine abc" } }),
    });
    expect(headers["authorization"]).toBe("Mine abc");
  });

  it.each([[{ user: "a", password: "b" }], ["Basic YTpi"], [() => undefined], [null]])(
    "is not %j",
    (authentication) => {
      expect(refused({ authentication })).toThrow(
        new TypeError("authentication is what basicAuthentication(…) and its like give"),
      );
    },
  );

  it("is where a way to log in belongs, not among the interceptors", () => {
    expect(refused({ interceptors: [basic] })).toThrow(
      new TypeError("an interceptor is a function; how to log in is the option authentication"),
    );
  });

  it("is not for a client whose transport logs in", () => {
    const transport = Object.assign(answering(answer).transport, { authenticates: true });
    expect(refused({ transport, authentication: basic })).toThrow(/not to both/);
    expect(refused({ transport })).not.toThrow();
  });
});
