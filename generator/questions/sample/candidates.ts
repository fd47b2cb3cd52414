import { dateCandidates } from "./date-candidates.js";
import type { Bound, Facets } from "./facets.js";
import type { Random } from "./random.js";

const words = [
  "text",
  "alpha",
  "harbour",
  "window",
  "silver",
  "meadow",
  "letter",
  "garden",
  "copper",
  "winter",
  "river",
  "lantern",
  "orange",
  "paper",
  "summit",
  "velvet",
  "anchor",
  "maple",
  "signal",
  "island",
];

/**
 * Texts that are likely values of a primitive type, most of them of its facets too, without end. The first are the
 * plainest; later ones differ more.
 *
 * @param builtin - the nearest built-in type
 */
export function* candidatesOf(
  builtin: string,
  primitive: string | undefined,
  facets: Facets,
  random: Random,
): Generator<string> {
  // An entity is declared in a DOCTYPE, which samples do not have.
  if (builtin === "ENTITY") return;
  for (let round = 0; ; round++) {
    switch (primitive) {
      case "boolean":
        yield* round % 2 === 0 ? ["true", "false"] : ["1", "0"];
        break;
      case "decimal":
        yield* numbers(facets, round, random);
        break;
      case "float":
      case "double":
        yield* floats(facets.bounds, round, random);
        break;
      case "base64Binary":
        yield btoa(String.fromCharCode(...bytes(facets, round, random)));
        break;
      case "hexBinary":
        yield bytes(facets, round, random)
          .map((byte) => byte.toString(16).toUpperCase().padStart(2, "0"))
          .join("");
        break;
      case "anyURI":
        yield sized(
          round === 0 ? "https://example.com/" : `https://example.com/${word(round, random)}/${round}`,
          facets,
        );
        break;
      case "QName":
      case "NOTATION":
        yield word(round, random);
        break;
      case "string":
      case undefined:
        yield* strings(builtin, facets, round, random);
        break;
      default:
        yield* dateCandidates(primitive, facets.bounds, round, random);
    }
  }
}

function word(round: number, random: Random): string {
  return (round === 0 ? words[0] : random.pick(words)) ?? "text";
}

function* strings(builtin: string, facets: Facets, round: number, random: Random): Generator<string> {
  const plain = word(round, random);
  switch (builtin) {
    case "language":
      yield sized(["en", "de-CH", "fr", "pt-BR", "ja"][round % 5] ?? "en", facets);
      return;
    case "ID":
    case "IDREF":
    case "IDREFS":
      yield sized(`id${round + 1}`, facets);
      return;
    case "Name":
    case "NCName":
    case "NMTOKEN":
      yield sized(round < 3 ? plain : `${plain}${round}`, facets);
      return;
    default:
      yield sized(round < 3 ? plain : `${plain} ${random.pick(words) ?? ""}${round > 8 ? ` ${round}` : ""}`, facets);
      if (round % 4 === 3) yield sized(String(1 + random.below(10 ** Math.min(9, round))), facets);
  }
}

/** The text cut or filled up to the length that the facets ask for. */
function sized(text: string, { minLength, maxLength }: Facets): string {
  const filled = text.length < minLength && minLength <= 100_000 ? text.padEnd(minLength, "x") : text;
  if (filled.length <= maxLength) return filled;
  // No space at the end: types that collapse white space would count it away.
  return filled.slice(filled.length - maxLength).replace(/^ | $/g, "x");
}

function bytes({ minLength, maxLength }: Facets, round: number, random: Random): readonly number[] {
  const length = Math.min(Math.max(3 + (round % 5), minLength), maxLength, 50_000);
  return Array.from({ length }, (_, index) => (round === 0 ? (index + 1) % 256 : random.below(256)));
}

function* floats(bounds: readonly Bound[], round: number, random: Random): Generator<string> {
  if (round === 0) yield "1.5";
  yield* middle(bounds, random).map(String);
  yield String(Math.round((random.next() - 0.3) * 1000) / 10);
}

const plainNumbers: readonly number[] = [1, 42, 7, 12, 100];

/** Values between the bounds, at the bounds, and where only one is there at growing distances from it. */
function* numbers({ bounds, totalDigits, fractionDigits }: Facets, round: number, random: Random): Generator<string> {
  const plain = plainNumbers[round % plainNumbers.length] ?? 1;
  if (round === 0) yield* plainNumbers.map(String);
  if (fractionDigits > 0 && round % 2 === 1 && !bounds.some(({ text }) => text.length > 15)) {
    yield (plain + random.below(90) / 10).toFixed(Math.min(fractionDigits, 2));
  }
  for (const { side, inclusive, text } of bounds) {
    const whole = /^[+-]?\d+$/.test(text) ? BigInt(text) : undefined;
    if (whole === undefined) {
      if (inclusive) yield text;
      continue;
    }
    const distance = BigInt(inclusive && round === 0 ? 0 : 1 + random.below(2 ** Math.min(round, 30)));
    const value = side === "min" ? whole + distance : whole - distance;
    if (String(value).replace("-", "").length <= totalDigits) yield String(value);
  }
  yield* middle(bounds, random).map((value) => value.toFixed(Math.min(fractionDigits, 3)));
  yield String(random.below(10 ** Math.min(totalDigits, 1 + (round % 9))));
  if (round % 4 === 3) yield String(-random.below(10 ** Math.min(totalDigits, 1 + (round % 9))));
}

function middle(bounds: readonly Bound[], random: Random): readonly number[] {
  const least = Math.max(...bounds.flatMap(({ side, text }) => (side === "min" ? Number(text) : [])));
  const most = Math.min(...bounds.flatMap(({ side, text }) => (side === "max" ? Number(text) : [])));
  if (!Number.isFinite(least) && !Number.isFinite(most)) return [];
  const from = Number.isFinite(least) ? least : most - 1000;
  const to = Number.isFinite(most) ? most : least + 1000;
  return Math.abs(to) > 1e15 || Math.abs(from) > 1e15 ? [] : [from + (to - from) * random.next()];
}
