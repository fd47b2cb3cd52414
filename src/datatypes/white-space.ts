// Part 2, 4.3.6, after XML's own normalisation of line ends.

export function replaceWhiteSpace(text: string): string {
  return text.replace(/[\t\n\r]/g, " ");
}

/** Most texts are collapsed already: they are looked through and given back. */
export function collapseWhiteSpace(text: string): string {
  const { length } = text;
  let afterSpace = true;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x20) {
      afterSpace = false;
    } else if (code === 0x20 && !afterSpace) {
      afterSpace = true;
    } else if (code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d) {
      return collapse(text);
    }
  }
  return afterSpace && length > 0 ? collapse(text) : text;
}

function collapse(text: string): string {
  const single = text.replace(/[ \t\n\r]+/g, " ");
  const start = single.startsWith(" ") ? 1 : 0;
  const end = single.endsWith(" ") ? single.length - 1 : single.length;
  return start < end ? single.slice(start, end) : "";
}
