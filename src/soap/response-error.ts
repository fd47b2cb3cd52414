import { ParseError, type XmlError } from "../errors.js";

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
