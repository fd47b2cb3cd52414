import { describe, expect, it } from "vitest";
import { withCors } from "../../../src/soap.js";

const handler = async () => new Response("done", { headers: { "content-type": "text/xml" } });
const url = "http://service.example/";

function preflight(origin: string): Request {
  return new Request(url, { method: "OPTIONS", headers: { origin, "access-control-request-method": "POST" } });
}

describe("withCors", () => {
  it("permits a page's request, and marks the answer", async () => {
    const cors = withCors(handler, {
      origins: ["https://app.example"],
      requestHeaders: ["authorization"],
      credentials: true,
    });
    const permission = await cors(preflight("https://app.example"));
    expect(permission.status).toBe(204);
    expect(Object.fromEntries(permission.headers)).toMatchObject({
      "access-control-allow-origin": "https://app.example",
      "access-control-allow-headers": "content-type, soapaction, authorization",
      "access-control-allow-credentials": "true",
      vary: "origin",
    });
    const answer = await cors(
      new Request(url, { method: "POST", headers: { origin: "https://app.example" }, body: "" }),
    );
    expect(await answer.text()).toBe("done");
    expect(answer.headers.get("access-control-allow-origin")).toBe("https://app.example");
  });

  it("permits nothing to another origin", async () => {
    const cors = withCors(handler, { origins: ["https://app.example"] });
    expect((await cors(preflight("https://evil.example"))).headers.get("access-control-allow-origin")).toBeNull();
  });

  it("asks for named origins where credentials are sent", () => {
    expect(() => withCors(handler, { origins: "*", credentials: true })).toThrow(TypeError);
  });
});
