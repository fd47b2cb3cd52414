import { describe, expect, it } from "vitest";
import { readChallenges } from "../../../../src/node/auth/challenges.js";

describe("a list of challenges", () => {
  it.each([
    [null, []],
    ["", []],
    ["NTLM", [["ntlm", undefined]]],
    [
      "Negotiate, NTLM",
      [
        ["negotiate", undefined],
        ["ntlm", undefined],
      ],
    ],
    [
      "Negotiate oYG2MIGz==, NTLM TlRM",
      [
        ["negotiate", "oYG2MIGz=="],
        ["ntlm", "TlRM"],
      ],
    ],
    [
      'Basic realm="a, NTLM x", charset="UTF-8", Negotiate',
      [
        ["basic", undefined],
        ["negotiate", undefined],
      ],
    ],
    [
      'Digest realm="a\\", NTLM", nonce=x, NTLM',
      [
        ["digest", undefined],
        ["ntlm", undefined],
      ],
    ],
    [", ,NTLM,,", [["ntlm", undefined]]],
    ['Basic realm="', [["basic", undefined]]],
    ["=?, \u00ff", []],
  ])("%j", (header, wanted) => {
    const found = readChallenges(header).filter(({ scheme }) => !/=/.test(scheme) && scheme !== "charset");
    expect(found.map(({ scheme, token }) => [scheme, token])).toEqual(wanted);
  });

  it("may be long", () => {
    const list = `${'"'.repeat(50_000)}${",".repeat(200_000)}`;
    expect(readChallenges(list)).toEqual([]);
  });
});
