import type { Command } from "./command.js";
export const umDemoCommand: Command = {
  words: ["um", "demo"],
  summary: "x",
  usage: "",
  options: {},
  examples: [],
  run: () => Promise.resolve(0),
};
