import { describe, expect, it } from "vitest";
import { UsageError } from "../../../../generator/cli/command.js";
import { readArguments } from "../../../../generator/cli/read-arguments.js";

const options = {
  out: { value: "DIR", short: "o", description: "" },
  check: { description: "" },
  "property-names": { value: "camel|preserve", description: "" },
};

describe("readArguments", () => {
  it("reads positionals, values and switches in any order", () => {
    const args = readArguments(["a.xsd", "--check", "--out", "x", "b.wsdl"], options);
    expect(args.positionals).toEqual(["a.xsd", "b.wsdl"]);
    expect(args.text("out")).toBe("x");
    expect(args.has("check")).toBe(true);
    expect(args.has("property-names")).toBe(false);
    expect(args.text("property-names")).toBeUndefined();
    expect(args.texts("property-names")).toEqual([]);
  });

  it.each([
    { args: ["--out=x"], out: "x" },
    { args: ["-o", "x"], out: "x" },
    { args: ["-ox"], out: "x" },
    { args: ["--out", "x", "--out", "y"], out: "y" },
    { args: ["--out=--check"], out: "--check" },
    { args: ["--out", "-"], out: "-" },
  ])("reads the value of $args", ({ args, out }) => {
    expect(readArguments(args, options).text("out")).toBe(out);
  });

  it("keeps all values of an option", () => {
    expect(readArguments(["-o", "x", "--out=y"], options).texts("out")).toEqual(["x", "y"]);
  });

  it("takes everything after -- as it is", () => {
    const args = readArguments(["--", "--out", "--nonsense"], options);
    expect(args.positionals).toEqual(["--out", "--nonsense"]);
    expect(args.has("out")).toBe(false);
  });

  it.each([
    { args: ["--chekc"], message: "unknown option --chekc; did you mean --check?" },
    { args: ["--property-name", "camel"], message: "unknown option --property-name; did you mean --property-names?" },
    { args: ["--zzzzzz"], message: "unknown option --zzzzzz" },
    { args: ["-z"], message: "unknown option -z" },
    { args: ["--__proto__"], message: "unknown option --__proto__" },
    { args: ["--constructor=1"], message: "unknown option --constructor" },
    { args: ["--out"], message: "option --out needs a value: --out DIR" },
    { args: ["--out="], message: "option --out needs a value: --out DIR" },
    { args: ["--out", "--check"], message: "option --out needs a value: --out DIR" },
    { args: ["-o"], message: "option -o needs a value: -o DIR" },
    { args: ["--check=yes"], message: "option --check takes no value" },
  ])("refuses $args", ({ args, message }) => {
    expect(() => readArguments(args, options)).toThrow(new UsageError(message));
  });
});
