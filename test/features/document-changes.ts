type Random = (below: number) => number;

const texts: readonly string[] = ["", " ", "x", "-1", "999999999999", "true", "2020-01-01", "a b", "p:x", "AQ=="];
const xsi = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance"';

/** A document changed in one place: an element left out, repeated, moved, renamed, filled otherwise, given attributes. */
export function changeDocument(text: string, random: Random): string {
  const pick = <T>(items: readonly T[]): T | undefined => items[random(items.length)];
  // Elements without elements; what holds others changes with these.
  const found = [...text.matchAll(/<([^\s<>/!?]+)[^<>]*?(?:\/>|>[^<]*<\/\1\s*>)/g)];
  const element = pick(found);
  const other = pick(found);
  if (element === undefined || other === undefined) return text;
  const [whole, name = ""] = element;
  const put = (replacement: string): string =>
    text.slice(0, element.index) + replacement + text.slice(element.index + whole.length);
  const withAttribute = (attribute: string): string => put(whole.replace(/^<[^\s/>]+/, `$& ${attribute}`));
  switch (random(11)) {
    case 0:
      return put("");
    case 1:
      return put(whole + whole);
    case 2:
      return put(other[0]);
    case 3:
      return put(other[0] + whole);
    case 4:
      return put(whole.replaceAll(name, `${name}x`));
    case 5:
      return put(`<${name} unheard="of">x</${name}>`);
    case 6:
      return put(`${whole}text`);
    case 7:
      return put(whole.replace(/>[^<]*</, `>${pick(texts)}<`));
    case 8:
      return put(whole.replace(/="[^"]*"/, `="${pick(texts)}"`));
    case 9:
      return withAttribute(`${xsi} i:type="${name}"`);
    default:
      return withAttribute(`${xsi} i:nil="${pick(["true", "0", "x"])}"`);
  }
}
