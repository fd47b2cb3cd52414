/**
 * The messages of the Exchange Unified Messaging web service, generated for the small runtime.
 *
 * @module xsdsmith/lite/um
 */
export * from "../../generated/lite/um.js";
