/** Numbers that look random and are the same for the same seed. */
export function seeded(seed: number): (below: number) => number {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return (below) => {
    // Marsaglia's xorshift.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

/** Well-formed documents that between them have every construct. */
export const seeds: readonly string[] = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<a b="1" c=\'2\'>text<d/>tail</a>\n<!-- end -->',
  "<a xmlns='u' xmlns:p='v'><p:b p:c='1' c='2'/><p:d xmlns:p='w' p:e=''/></a>",
  "<a>&lt;&gt;&amp;&apos;&quot;&#65;&#x10FFFF;<![CDATA[<&]]>]]&gt;</a>",
  "<?pi some data?><!-- c --><a><?pi?><!----><b x=' &#10;\t&amp;\n'>\r\n \r</b></a>",
  "<a:b xmlns:a='u' xml:lang='en' xml:space='preserve'>\u00e9\u4e00\ud83d\ude00</a:b>",
  "<\u00e9l\u00e9ment \u4e2d='1'><\u0391.\u00b7-_0/></\u00e9l\u00e9ment>",
  "<a><b><c><d><e>deep</e></d></c></b><b/><b></b></a>",
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><m xmlns="u"><x>1</x></m></s:Body></s:Envelope>',
  "<__proto__ constructor='1' toString='2'><hasOwnProperty/></__proto__>",
  '<!DOCTYPE a [<!ELEMENT a (#PCDATA|b)*><!ATTLIST a x CDATA "1" y (p|q) #IMPLIED><!ENTITY e "v">]><a>&e;</a>',
  "<!DOCTYPE a SYSTEM 'a.dtd' [<!ENTITY % p '<!ENTITY e \"&#60;b/>\">'>%p;<!NOTATION n PUBLIC 'p'><!--c--><?i?>]><a>&e;</a>",
  "<!DOCTYPE a [<!ELEMENT a ((b,c?)|(d|e)+)*><!ELEMENT b EMPTY><!ELEMENT c ANY>]><a><b/></a>",
];

const pieces: readonly string[] = [
  ..."<>&;\"'=/?![]-: \t\n\r#x1abp.",
  "<a>",
  "</a>",
  "<b/>",
  "<!--",
  "-->",
  "--",
  "<![CDATA[",
  "]]>",
  "<?",
  "?>",
  "<?xml ",
  "<!DOCTYPE a>",
  "<!ENTITY x 'y'>",
  "<!ATTLIST a z ID #IMPLIED>",
  "%p;",
  "&amp;",
  "&e;",
  "&#0;",
  "&#65;",
  "&#xD800;",
  "&#xFFFFFFFFF;",
  " xmlns='u'",
  " xmlns:p='v'",
  " xmlns:q='v'",
  " xmlns=''",
  " xmlns:p=''",
  " xmlns:xml='u'",
  " xml:x='1'",
  " p:c='1'",
  " q:c='1'",
  "p:",
  "::",
  "\u0000",
  "\u0008",
  "\u0085",
  "\u00a0",
  "\u00b7",
  "\u0300",
  "\u2028",
  "\ufeff",
  "\ufffe",
  "\ud800",
  "\udc00",
  "\ud83d\ude00",
];

/** A document changed in a few places. */
export function mutate(text: string, random: (below: number) => number): string {
  let result = text;
  for (let count = 1 + random(3); count > 0; count--) {
    const at = random(result.length + 1);
    const length = random(random(4) === 0 ? 12 : 3);
    const piece = pieces[random(pieces.length)] ?? "";
    switch (random(5)) {
      case 0:
        result = result.slice(0, at) + result.slice(at + 1 + length);
        break;
      case 1:
        result = result.slice(0, at) + piece + result.slice(at);
        break;
      case 2:
        result = result.slice(0, at) + piece + result.slice(at + 1 + length);
        break;
      case 3: {
        const from = random(result.length + 1);
        result = result.slice(0, at) + result.slice(from, from + 1 + random(20)) + result.slice(at);
        break;
      }
      default:
        result = result.slice(0, Math.max(1, at));
        if (random(2) === 0) result += text.slice(random(text.length));
    }
  }
  return result;
}
