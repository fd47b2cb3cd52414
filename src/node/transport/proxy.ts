/** A proxy, its credentials taken out of its URL. */
export interface HttpProxy {
  readonly protocol: "http:" | "https:";
  readonly hostname: string;
  readonly port: number;
  /** The value of a Proxy-Authorization header. */
  readonly authorization: string | undefined;
}

/** `environment` means the variables `https_proxy`, `http_proxy` and `no_proxy`, in lower or upper case. */
export type ProxyOption = "environment" | string | URL;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Finds the proxy for each URL; `undefined` where there is none for it.
 *
 * @throws TypeError for a proxy that is not an http or https URL
 */
export function proxyFinder(
  option: ProxyOption | undefined,
  environment: Environment = process.env,
): (url: URL) => HttpProxy | undefined {
  if (option === undefined) return () => undefined;
  if (option !== "environment") {
    const proxy = readProxy(option);
    return () => proxy;
  }
  const variable = (name: string) => environment[name] || environment[name.toUpperCase()] || undefined;
  // A CGI program finds a request's header `Proxy` in HTTP_PROXY.
  const isCgi = environment["REQUEST_METHOD"] !== undefined;
  const proxies = {
    "https:": variable("https_proxy"),
    "http:": isCgi ? environment["http_proxy"] : variable("http_proxy"),
  };
  const exceptions = (variable("no_proxy") ?? "").toLowerCase().split(/[\s,]+/);
  return (url) => {
    const found = url.protocol === "https:" ? proxies["https:"] : proxies["http:"];
    if (found === undefined || found === "" || exceptions.some((exception) => isException(url, exception)))
      return undefined;
    return readProxy(found.includes("://") ? found : `http://${found}`);
  };
}

function readProxy(option: string | URL): HttpProxy {
  // The URL stays out of the messages: it may hold a password.
  if (!URL.canParse(String(option))) throw new TypeError("the proxy is not a URL");
  const { protocol, hostname, port, username, password } = new URL(option);
  if (protocol !== "http:" && protocol !== "https:") throw new TypeError("the proxy is an http or https URL");
  let credentials: string;
  try {
    credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  } catch {
    throw new TypeError("user or password of the proxy is not percent-encoded as it should be");
  }
  return {
    protocol,
    hostname: hostname.replace(/^\[(.*)\]$/, "$1"),
    port: port === "" ? (protocol === "https:" ? 443 : 80) : Number(port),
    authorization: username === "" ? undefined : `Basic ${Buffer.from(credentials).toString("base64")}`,
  };
}

/** `*`, `example.com` and `.example.com` (the domain and all below it), each perhaps with a port. */
function isException({ hostname, port, protocol }: URL, exception: string): boolean {
  if (exception === "") return false;
  if (exception === "*") return true;
  const [, domain = "", wanted] = /^\.?(.*?)(?::(\d+))?$/.exec(exception) ?? [];
  const actual = port === "" ? (protocol === "https:" ? "443" : "80") : port;
  if (wanted !== undefined && wanted !== actual) return false;
  return hostname === domain || hostname.endsWith(`.${domain}`);
}
