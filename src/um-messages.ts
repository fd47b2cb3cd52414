/**
 * The messages of the Exchange Unified Messaging web service as generated code, and their envelopes.
 *
 * @module xsdsmith/um/messages
 */
export * from "../generated/um.js";
export { parseUmMessage, serializeUmMessage, type UmMessageOptions } from "./um/message.js";
export { type UmNamespace, umNamespaceAlias } from "./um/namespace.js";
