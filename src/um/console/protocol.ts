/** A call as the page shows it. */
export interface ConsoleCall {
  readonly id: string;
  /** The number, or what else it is known by. */
  readonly label: string;
  /** `Connected`, or `Unknown` before the first answer. */
  readonly state: string;
  /** Why it ended, or why it cannot be followed. */
  readonly note: string;
  readonly over: boolean;
}

/** A stretch of a message in one colour. */
export interface ConsoleSegment {
  readonly kind: "text" | "tag" | "name" | "value" | "comment" | "declaration";
  readonly text: string;
  /** The index of the problem that is marked here. */
  readonly problem?: number | undefined;
}

export interface ConsoleProblem {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly message: string;
  /** Where it is marked; absent for one that has no place. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

export interface ConsoleMessage {
  readonly segments: readonly ConsoleSegment[];
  readonly problems: readonly ConsoleProblem[];
  /** What it was found to be where there is no problem: `Valid.` */
  readonly verdict: string;
}

/** A request and its response. */
export interface ConsoleExchange {
  /** Counts from 1; an exchange with the same number takes the place of the one before. */
  readonly number: number;
  readonly operation: string;
  /** The HTTP status; absent where no response came. */
  readonly status?: number | undefined;
  /** How often the same request had the same response. */
  readonly times: number;
  readonly request: ConsoleMessage;
  readonly response?: ConsoleMessage | undefined;
}

/** What the server sends: all there is at first, then what changes. */
export type ConsoleEvent =
  | {
      readonly type: "snapshot";
      readonly service: "um" | "ews";
      readonly endpoint: string;
      readonly calls: readonly ConsoleCall[];
      readonly exchanges: readonly ConsoleExchange[];
    }
  | { readonly type: "call"; readonly call: ConsoleCall }
  | { readonly type: "exchange"; readonly exchange: ConsoleExchange };
