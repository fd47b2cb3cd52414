import { expect, it } from "vitest";
import { run } from "../../../../../generator/cli/run.js";
import { recordTerminal } from "../record-terminal.js";

it("serves until it is interrupted", async () => {
  let end = () => {};
  const interrupted = () =>
    new Promise<void>((resolve) => {
      end = resolve;
    });
  const links: string[] = [];
  const print = (line: string) => void links.push(line.split("\n")[1] ?? "");
  const { terminal } = recordTerminal({ interrupted, print });
  const serving = run(["um", "console", "--embedded"], terminal);
  while (links.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const link = links[0] ?? "";
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=/);
  expect(await (await fetch(link)).text()).toContain("<h1>Unified Messaging console</h1>");
  end();
  expect(await serving).toBe(0);
  await expect(fetch(link)).rejects.toThrow();
});

it.each([
  [["x"], "um console takes no arguments"],
  [[], "um console needs a service: --endpoint URL, or a profile"],
  [["--embedded", "--port", "70000"], 'option --port is a port, not "70000"'],
  [["--embedded", "--every", "0"], "option --every is more than 0"],
  [["--endpoint", "there"], "the endpoint is not a URL"],
])("%j: exit code 2", async (args, says) => {
  const { terminal, errors } = recordTerminal();
  expect(await run(["um", "console", ...args], terminal)).toBe(2);
  expect(errors().split("\n")[0]).toBe(`xsdsmith: ${says}`);
});
