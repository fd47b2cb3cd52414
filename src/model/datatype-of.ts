import type { Datatype } from "../datatypes/datatype.js";
import type { SimpleTypeDescriptor } from "../schema/descriptors.js";

const datatypes = new WeakMap<SimpleTypeDescriptor, Datatype>();

/** The datatype of a simple type, made once. */
export function datatypeOf(descriptor: SimpleTypeDescriptor): Datatype {
  let datatype = datatypes.get(descriptor);
  if (datatype === undefined) {
    datatype = descriptor.definition().make(descriptor.name, datatypeOf);
    datatypes.set(descriptor, datatype);
  }
  return datatype;
}
