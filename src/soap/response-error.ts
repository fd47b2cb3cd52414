import { ParseError, XmlError } from "../errors.js";
import { excerptOf } from "../text/excerpt.js";

/**
 * The server's answer is ill-formed, no SOAP envelope, or not what the operation's descriptor says. `code`, `path` and
 * `location` are those of the finding, which is the `cause`.
 */
export class ResponseError extends ParseError {
  override readonly name: string = "ResponseError";
  /** The HTTP status. */
  readonly status: number;
  /** The beginning of the answer. */
  readonly excerpt: string;

  constructor(cause: XmlError, status: number, excerpt: string) {
    const issue = cause instanceof ParseError ? cause.issue : { code: cause.code, message: cause.reason };
    super(issue, { cause });
    this.status = status;
    this.excerpt = excerpt;
    this.message += `, in an answer with HTTP status ${status}`;
  }
}

/** What is wrong with an answer, as an error about that answer; whatever else went wrong as it is. */
export function aboutResponse(error: unknown, status: number, text: string): unknown {
  return error instanceof XmlError ? new ResponseError(error, status, excerptOf(text)) : error;
}
