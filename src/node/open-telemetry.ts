import type { Attributes, Span, TextMapSetter } from "@opentelemetry/api";
import { XmlError } from "../errors.js";
import { type ClientRequest, type Interceptor, TransportError, withHeaders } from "../soap.js";
import { refuseUnknown } from "../text/unknown-option.js";

/** What the spans say besides the operation. */
export interface OpenTelemetryOptions {
  /** The service's name, for `rpc.service`; the default is to leave it out. */
  readonly service?: string | undefined;
}

const optionNames = /* @__PURE__ */ Object.keys({
  service: 0,
} satisfies Record<keyof OpenTelemetryOptions, 0>);

/**
 * A span for each call, with the operation's name, and the context in the request's headers. It needs the package
 * `@opentelemetry/api`, and does nothing where it is not installed. Messages and headers are no part of a span.
 */
export function openTelemetry(options: OpenTelemetryOptions = {}): Interceptor {
  refuseUnknown("openTelemetry", options, optionNames);
  let loading: Promise<typeof import("@opentelemetry/api") | undefined> | undefined;
  return async (request, next) => {
    loading ??= import("@opentelemetry/api").catch(() => undefined);
    const api = await loading;
    if (api === undefined) return next(request);
    const tracer = api.trace.getTracer("xsdsmith");
    const attributes = attributesOf(request, options);
    return tracer.startActiveSpan(request.operation.name, { kind: api.SpanKind.CLIENT, attributes }, async (span) => {
      const carried: Record<string, string> = {};
      api.propagation.inject(api.context.active(), carried, setter);
      try {
        const response = await next(withHeaders(request, carried));
        span.setAttribute("http.response.status_code", response.status);
        if (response.status >= 400) span.setStatus({ code: api.SpanStatusCode.ERROR });
        return response;
      } catch (error) {
        recordError(span, error);
        span.setStatus({ code: api.SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.setAttribute("rpc.xsdsmith.attempts", request.attempts.count);
        span.end();
      }
    });
  };
}

const setter: TextMapSetter<Record<string, string>> = {
  set(carrier, key, value) {
    carrier[key.toLowerCase()] = value;
  },
};

function attributesOf({ url, operation }: ClientRequest, { service }: OpenTelemetryOptions): Attributes {
  const { protocol, hostname, port } = new URL(url);
  return {
    "rpc.system": "soap",
    "rpc.method": operation.name,
    "server.address": hostname,
    "server.port": port === "" ? (protocol === "https:" ? 443 : 80) : Number(port),
    ...(service === undefined ? {} : { "rpc.service": service }),
  };
}

/** The code only: spans travel far. */
function recordError(span: Span, error: unknown): void {
  span.setAttribute("error.type", error instanceof XmlError ? error.code : "unknown");
  if (error instanceof TransportError && error.status !== undefined) {
    span.setAttribute("http.response.status_code", error.status);
  }
}
