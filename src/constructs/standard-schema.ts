import { descriptorFormat } from "../engine/hand-ins.js";
import { checkValue } from "../engine/write-element.js";
import type { ElementDescriptor, StandardSchemaProps } from "../schema/descriptors.js";

/** What an element descriptor inherits: it shows in no copy, no JSON and no comparison. */
export const elementPrototype: object = {
  "~format": descriptorFormat,
  get "~standard"(): StandardSchemaProps<unknown> {
    return standardSchema(this as unknown as ElementDescriptor);
  },
};

function standardSchema(descriptor: ElementDescriptor): StandardSchemaProps<unknown> {
  return {
    version: 1,
    vendor: "xsdsmith",
    validate(value) {
      const issues = checkValue(descriptor, value, {}, {});
      return issues.length === 0 ? { value } : { issues };
    },
  };
}
