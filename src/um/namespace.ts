import { UMService } from "../../generated/um.js";
import { type NamespaceAlias, namespaceAlias } from "../soap.js";

/**
 * Which spelling of the messages namespace is sent. The default is that of the service, with `http`. Some editions of
 * the documentation print it with `https`, as a link fix of 2020 left it: `documented-2020` sends that, for tests
 * against such a documentation. Exchange refuses it or, worse, runs the operation without its arguments.
 */
export type UmNamespace = "documented-2020";

/** Both spellings are read; the one that is not sent, with a warning. */
export function umNamespaceAlias(namespace: UmNamespace | undefined): NamespaceAlias {
  return namespaceAlias({
    namespace: UMService.namespace,
    alias: UMService.namespace.replace("http:", "https:"),
    send: namespace === "documented-2020" ? "alias" : "namespace",
    code: "um-namespace-alias",
  });
}
