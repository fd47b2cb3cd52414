import type { Command } from "./command.js";
import { generateCommand } from "./generate.js";
import { umDemoCommand } from "./um-demo.js";
import { umDisconnectCommand } from "./um-disconnect.js";

export const commands: readonly Command[] = [generateCommand, umDisconnectCommand, umDemoCommand];
