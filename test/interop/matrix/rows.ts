import type { Row } from "./cells.js";
import { clientRows } from "./clients.js";
import { serverRows } from "./servers.js";

export const rows: readonly Row[] = [...serverRows, ...clientRows];
