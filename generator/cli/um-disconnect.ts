import type { Command } from "./command.js";
export const umDisconnectCommand: Command = {
  words: ["um", "disconnect"],
  summary: "x",
  usage: "",
  options: {},
  examples: [],
  run: () => Promise.resolve(0),
};
