import type { Recovery } from "../engine/read-element.js";
import { recover } from "../features/recovery.js";

/** The reading of `safeParse`, which tells nobody what it finds. */
export const unchecked: Recovery = { sink: () => undefined, recover };
