import { expect, it } from "vitest";
import { run } from "../../../../../generator/cli/run.js";
import { recordTerminal } from "../record-terminal.js";

it("shows a call from its start to its end, the SOAP of Disconnect, and what wrong identifiers get", async () => {
  const { terminal, printed, errors } = recordTerminal();
  expect(await run(["um", "demo"], terminal)).toBe(0);
  expect(errors()).toBe("");
  const lines = printed().split("\n");
  const wanted = [
    /^playOnPhone\(\{.*\}\) → call "[A-Za-z0-9+/]+=*"$/,
    /^getCallInfo\(…\) → Connecting, None$/,
    /^getCallInfo\(…\) → Connected, None$/,
    /^disconnect\("[A-Za-z0-9+/]+=*"\)$/,
    /^--> Disconnect$/,
    /^ {4}<Disconnect xmlns="http:\/\/schemas\.microsoft\.com\/exchange\/services\/2006\/messages">$/,
    /^ {6}<CallId>[A-Za-z0-9+/]+=*<\/CallId>$/,
    /^<-- HTTP 200$/,
    /^ {4}<DisconnectResponse xmlns="[^"]+"\/>$/,
    /^getCallInfo\(…\) → Disconnected, None$/,
    /^disconnect\("bm8gc3VjaCBjYWxs"\) → answered$/,
    /^ {2}InvalidCallIdError: .*InvalidCallIdException/,
    /^disconnect\(""\) → not sent$/,
    /^ {2}ValidationError: cvc-minLength-valid/,
    /^disconnect\(513 characters\) → not sent$/,
    /^ {2}ValidationError: cvc-maxLength-valid/,
  ];
  // In this order, other lines between.
  let at = 0;
  for (const line of lines) if (wanted[at]?.test(line)) at++;
  expect(wanted[at]).toBeUndefined();
});
