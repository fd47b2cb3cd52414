import type { Command } from "./command.js";
import { diffCommand } from "./diff.js";
import { explainCommand } from "./explain.js";
import { generateCommand } from "./generate.js";
import { sampleCommand } from "./sample.js";
import { umDemoCommand } from "./um-demo.js";
import { umDisconnectCommand } from "./um-disconnect.js";

export const commands: readonly Command[] = [
  generateCommand,
  explainCommand,
  sampleCommand,
  diffCommand,
  umDisconnectCommand,
  umDemoCommand,
];
