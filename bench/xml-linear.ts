import { ignoreDoctype } from "../src/xml/doctype/doctype.js";
import { XmlReader } from "../src/xml/fast/reader.js";
import { bestTimes, table } from "./measure.js";

const unlimited = {
  maxDepth: Infinity,
  maxAttributes: Infinity,
  maxNameLength: Infinity,
  maxNames: Infinity,
  maxAttributeLength: Infinity,
  maxEntities: Infinity,
  maxEntityLength: Infinity,
};

/** Names that a simple hash takes for one: "Aa" and "BB" have the same sum of powers of 31. */
function collidingName(number: number): string {
  let name = "";
  for (let bit = 0; bit < 20; bit++) name += (number >> bit) & 1 ? "Aa" : "BB";
  return name;
}

function list(count: number, item: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => item(index)).join("");
}

/** Documents that are meant to hurt, in two sizes. */
const cases: readonly { readonly name: string; readonly size: number; readonly text: (size: number) => string }[] = [
  { name: "nesting", size: 500_000, text: (size) => "<a>".repeat(size) + "</a>".repeat(size) },
  { name: "attributes of one element", size: 500_000, text: (size) => `<a${list(size, (index) => ` a${index}=""`)}/>` },
  { name: "length of an attribute", size: 25_000_000, text: (size) => `<a b="${"x".repeat(size)}"/>` },
  { name: "… of references", size: 1_000_000, text: (size) => `<a b="${"&lt;\t".repeat(size)}"/>` },
  { name: "references in a text", size: 1_000_000, text: (size) => `<a>${"&amp;\r".repeat(size)}</a>` },
  {
    name: "entities declared",
    size: 500_000,
    text: (size) => `<!DOCTYPE a [${list(size, (index) => `<!ENTITY e${index} "${index}">`)}]><a>&e1;</a>`,
  },
  {
    name: "entities referred to",
    size: 500_000,
    text: (size) => `<!DOCTYPE a [<!ENTITY e "x">]><a>${"&e;".repeat(size)}</a>`,
  },
  {
    name: "colliding names",
    size: 250_000,
    text: (size) => `<a>${list(size, (index) => `<${collidingName(index)}/>`)}</a>`,
  },
  {
    name: "namespace declarations of one element",
    size: 200_000,
    text: (size) => `<a${list(size, (index) => ` xmlns:p${index}="u${index}"`)}/>`,
  },
  { name: "comments", size: 1_000_000, text: (size) => `<a>${"<!--]]-->".repeat(size)}</a>` },
  { name: "CDATA sections", size: 1_000_000, text: (size) => `<a>${"<![CDATA[]]>x".repeat(size)}</a>` },
  { name: "an element without an end", size: 5_000_000, text: (size) => `<a>${"<".padEnd(size, "a")}` },
];

/** Time to read documents of one and of two sizes: linear is a factor of about 2. */
export function run(): void {
  const rows = cases.map(({ name, size, text }) => {
    const [single, double] = [text(size), text(2 * size)];
    const [one = 0, two = 0] = bestTimes([() => readAll(single), () => readAll(double)], 10);
    return [name, size.toLocaleString("en"), one.toFixed(0), two.toFixed(0), (two / one).toFixed(2)];
  });
  console.log(table([["what", "how many", "ms", "ms for twice as many", "factor"], ...rows]));
}

function readAll(source: string): void {
  const reader = new XmlReader(source, { doctype: ignoreDoctype, limits: unlimited });
  try {
    while (reader.next() !== "eof") {
      if (reader.kind === "start" && reader.attributes.length > 0) reader.attributes.value(0);
    }
  } catch {
    // Where the document is ill-formed, the way to the error is what is measured.
  }
}
