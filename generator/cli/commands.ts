import { callCommand } from "./call.js";
import type { Command } from "./command.js";
import { completionCommand } from "./completion.js";
import { diffCommand } from "./diff.js";
import { docsCommand } from "./docs.js";
import { explainCommand } from "./explain.js";
import { generateCommand } from "./generate.js";
import { initCommand } from "./init.js";
import { sampleCommand } from "./sample.js";
import { serveCommand } from "./serve.js";
import { umCallCommand } from "./um/call.js";
import { umConsoleCommand } from "./um/console.js";
import { umDemoCommand } from "./um/demo.js";
import { umDisconnectCommand } from "./um/disconnect.js";
import { umDiscoverCommand } from "./um/discover.js";
import { umResetPinCommand } from "./um/reset-pin.js";
import { umPropertiesCommand, umSetCommand } from "./um/settings.js";
import { umStatusCommand } from "./um/status.js";
import { umWatchCommand } from "./um/watch.js";
import { validateCommand } from "./validate.js";

export const commands: readonly Command[] = [
  initCommand,
  generateCommand,
  explainCommand,
  sampleCommand,
  diffCommand,
  docsCommand,
  callCommand,
  serveCommand,
  validateCommand,
  umStatusCommand,
  umCallCommand,
  umWatchCommand,
  umDisconnectCommand,
  umPropertiesCommand,
  umSetCommand,
  umResetPinCommand,
  umDiscoverCommand(async () => (await import("../../src/node/index.js")).discover),
  umConsoleCommand,
  umDemoCommand,
  completionCommand(() => commands),
];
