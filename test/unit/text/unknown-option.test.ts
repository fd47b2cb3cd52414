import { describe, expect, it } from "vitest";
import { refuseUnknown } from "../../../src/text/unknown-option.js";

describe("an unknown option", () => {
  const known = ["timeout", "endpoint", "signal"];
  const refuse = (options: object) => () => refuseUnknown("createClient", options, known);

  it("is told with the name that was most likely meant", () => {
    expect(refuse({ endpoint: "", timeuot: 1 })).toThrow(
      new TypeError("createClient has no option timeuot; did you mean timeout?"),
    );
  });

  it("is told with all names where none is near", () => {
    expect(refuse({ credentials: 1 })).toThrow(
      new TypeError("createClient has no option credentials; known are timeout, endpoint, signal"),
    );
  });

  it("is not one without a value", () => {
    expect(refuse({ endpoint: "", constructor: undefined, timeuot: undefined })).not.toThrow();
  });

  it.each([undefined, null, 5, "endpoint"])("is not looked for in %j", (options) => {
    const found = options === null ? "null" : typeof options;
    expect(refuse(options as never)).toThrow(
      new TypeError(`createClient takes its options as an object; found ${found}`),
    );
  });

  it("is one with the name of a property that every object has", () => {
    expect(refuse({ toString: 1 })).toThrow(/no option toString/);
  });
});
