import { type Html, html } from "./html.js";

export interface Page {
  /** From the site's root: `elements/Disconnect.html`. */
  readonly address: string;
  readonly title: string;
  readonly body: Html;
}

/** A whole page, with links that work from files. */
export function layOut({ address, title, body }: Page, site: string): string {
  const base = "../".repeat(address.split("/").length - 1);
  return html`<!doctype html>
<html lang="en" data-base="${base}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title === site ? site : `${title} · ${site}`}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${base}assets/site.css">
<script src="${base}assets/theme.js"></script>
<script defer src="${base}assets/pages.js"></script>
<script defer src="${base}assets/site.js"></script>
</head>
<body>
<a class="skip" href="#content">To the content</a>
<header>
<a href="${base}index.html">${site}</a>
<div class="search" role="search">
<input id="search" type="search" placeholder="Search ( / )" autocomplete="off" aria-label="Search elements, types and operations" role="combobox" aria-expanded="false" aria-controls="results" aria-autocomplete="list">
<ul id="results" role="listbox" aria-label="Found" hidden></ul>
<span id="status" role="status" class="skip"></span>
</div>
<button id="theme" type="button" aria-pressed="false">Dark</button>
</header>
<main id="content" tabindex="-1">
${body}
</main>
</body>
</html>
`.markup;
}
