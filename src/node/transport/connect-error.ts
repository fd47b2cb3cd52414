/** How far a connection got: to the host, through the proxy, or into TLS. */
export type ConnectStage = "connect" | "proxy" | "tls";

/** No connection could be made, so nothing of the request was sent. */
export class ConnectError extends Error {
  override readonly name: string = "ConnectError";
  readonly stage: ConnectStage;
  readonly isTimeout: boolean;
  /** The status with which a proxy refused. */
  readonly status: number | undefined;

  constructor(
    stage: ConnectStage,
    message: string,
    options: ErrorOptions & { readonly isTimeout?: boolean; readonly status?: number } = {},
  ) {
    super(message, options);
    this.stage = stage;
    this.isTimeout = options.isTimeout ?? false;
    this.status = options.status;
  }
}
