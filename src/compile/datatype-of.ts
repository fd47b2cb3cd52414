import type { Datatype } from "../datatypes/datatype.js";
import { alter } from "../datatypes/define-datatype.js";
import { listDatatype } from "../datatypes/list.js";
import { unionDatatype } from "../datatypes/union.js";
import type { SimpleTypeDescriptor } from "../descriptors.js";

const datatypes = new WeakMap<SimpleTypeDescriptor, Datatype>();

/** The datatype of a simple type, made once. */
export function datatypeOf(descriptor: SimpleTypeDescriptor): Datatype {
  let datatype = datatypes.get(descriptor);
  if (datatype === undefined) datatypes.set(descriptor, (datatype = makeDatatype(descriptor)));
  return datatype;
}

function makeDatatype(descriptor: SimpleTypeDescriptor): Datatype {
  const definition = descriptor.definition();
  switch (definition.variety) {
    case "builtin":
      return definition.datatype;
    case "restriction": {
      const base = datatypeOf(definition.base);
      const restricted = definition.facets.reduce((datatype, facet) => facet.restrict(datatype), base);
      return descriptor.name === undefined ? restricted : alter(restricted, { name: descriptor.name });
    }
    case "list": {
      const item = datatypeOf(definition.item);
      return listDatatype(descriptor.name ?? `list of ${item.name}`, item);
    }
    case "union": {
      const members = definition.members.map(datatypeOf);
      return unionDatatype(descriptor.name ?? members.map((member) => member.name).join(" or "), members);
    }
  }
}
