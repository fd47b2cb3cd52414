import { context, type DerElement, DerError, derTag, readDer, readDerIn, writeDer } from "../der.js";

/** 1.3.6.1.5.5.2 and 1.3.6.1.4.1.311.2.2.10. */
const spnegoIdentifier = writeDer(derTag.objectIdentifier, Uint8Array.of(0x2b, 6, 1, 5, 5, 2));
const ntlmIdentifier = writeDer(derTag.objectIdentifier, Uint8Array.of(0x2b, 6, 1, 4, 1, 0x82, 0x37, 2, 2, 0x0a));

/** The list of mechanisms that a MIC is computed over (RFC 4178, 4.2.1): NTLM alone. */
export const ntlmMechanisms: Uint8Array = writeDer(derTag.sequence, ntlmIdentifier);

/** The first message: NegTokenInit (RFC 4178, 4.2.1) in the frame of GSS-API (RFC 2743, 3.1). */
export function wrapFirst(token: Uint8Array): Uint8Array {
  const content = writeDer(
    derTag.sequence,
    writeDer(context(0), ntlmMechanisms),
    writeDer(context(2), writeDer(derTag.octetString, token)),
  );
  return writeDer(derTag.application0, spnegoIdentifier, writeDer(context(0), content));
}

/** A later message: NegTokenResp (RFC 4178, 4.2.2). */
export function wrapNext(token: Uint8Array, mechanismsMic: Uint8Array): Uint8Array {
  const content = writeDer(
    derTag.sequence,
    writeDer(context(2), writeDer(derTag.octetString, token)),
    writeDer(context(3), writeDer(derTag.octetString, mechanismsMic)),
  );
  return writeDer(context(1), content);
}

/** What a server's NegTokenResp holds. */
export interface SpnegoAnswer {
  readonly isRejected: boolean;
  readonly token: Uint8Array | undefined;
}

/**
 * Reads a server's NegTokenResp.
 *
 * @throws {@link DerError} for anything else
 */
export function readAnswer(bytes: Uint8Array): SpnegoAnswer {
  const [sequence] = readDerIn(readDer(bytes)[0], context(1));
  const fields = readDerIn(sequence, derTag.sequence);
  const fieldOf = (index: number, tag: number): Uint8Array | undefined => {
    const field = fields.find((each) => each.tag === context(index));
    return field === undefined ? undefined : onlyOne(field, tag).contents;
  };
  // NegState: accept-completed 0, accept-incomplete 1, reject 2, request-mic 3.
  return { isRejected: fieldOf(0, derTag.enumerated)?.[0] === 2, token: fieldOf(2, derTag.octetString) };
}

function onlyOne(field: DerElement, tag: number): DerElement {
  const [element, ...more] = readDer(field.contents);
  if (element?.tag !== tag || more.length > 0) throw new DerError("a field with something else than one value");
  return element;
}
