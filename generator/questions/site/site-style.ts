/** The style sheet of every page. */
export const siteStyle = `:root{--paper:#fff;--ink:#1d2330;--soft:#5b6475;--line:#d7dce5;--shade:#f4f6f9;--link:#0b57b7;--mark:#fff3bf;--element:#e3efff;--attribute:#fdf0dc;color-scheme:light}
:root[data-theme=dark]{--paper:#14171d;--ink:#e4e8ef;--soft:#a3adbd;--line:#333b49;--shade:#1c212a;--link:#8ab9ff;--mark:#5a4a00;--element:#1c3352;--attribute:#453410;color-scheme:dark}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){--paper:#14171d;--ink:#e4e8ef;--soft:#a3adbd;--line:#333b49;--shade:#1c212a;--link:#8ab9ff;--mark:#5a4a00;--element:#1c3352;--attribute:#453410;color-scheme:dark}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
a{color:var(--link)}
a:focus-visible,button:focus-visible,input:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-9999px}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem;z-index:3}
header{display:flex;gap:1rem;align-items:center;padding:.6rem 1.25rem;border-bottom:1px solid var(--line);position:sticky;top:0;background:var(--paper);z-index:2;flex-wrap:wrap}
header>a{font-weight:600;text-decoration:none;color:inherit}
.search{position:relative;flex:1 1 16rem;max-width:34rem;margin-left:auto}
.search input{width:100%;padding:.45rem .7rem;font:inherit;color:inherit;background:var(--shade);border:1px solid var(--line);border-radius:6px}
.search ul{position:absolute;left:0;right:0;top:calc(100% + 4px);margin:0;padding:.3rem;list-style:none;background:var(--paper);border:1px solid var(--line);border-radius:6px;box-shadow:0 8px 24px #0003;max-height:70vh;overflow:auto}
.search li a{display:flex;gap:.6rem;justify-content:space-between;padding:.3rem .5rem;border-radius:4px;text-decoration:none;color:inherit}
.search li[aria-selected=true] a{background:var(--element)}
.search small{color:var(--soft)}
button{font:inherit;color:inherit;background:var(--shade);border:1px solid var(--line);border-radius:6px;padding:.4rem .7rem;cursor:pointer}
main{max-width:68rem;margin:0 auto;padding:1rem 1.25rem 4rem}
h1{font-size:1.75rem;margin:.8rem 0 .2rem;overflow-wrap:anywhere}h2{font-size:1.15rem;margin:2rem 0 .6rem;border-bottom:1px solid var(--line);padding-bottom:.2rem}
.kind{color:var(--soft);font-weight:400;font-size:1rem;margin-right:.5rem}
.meta{color:var(--soft);margin:.1rem 0;overflow-wrap:anywhere}
code,pre,.tree,.diagram text{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.875rem}
pre{background:var(--shade);border:1px solid var(--line);border-radius:6px;padding:.8rem 1rem;overflow:auto}
figure{margin:0;overflow-x:auto}
.diagram{max-width:none;display:block}
.diagram rect{fill:var(--shade);stroke:var(--soft)}.diagram .root rect,.diagram .element rect{fill:var(--element)}.diagram .attribute rect{fill:var(--attribute)}
.diagram .optional rect{stroke-dasharray:4 3}.diagram path{fill:none;stroke:var(--soft)}.diagram text{fill:var(--ink);font-size:12px}.diagram .occurrence{fill:var(--soft);font-size:10px}
.tree,.tree ul{list-style:none;padding-left:1.1rem;margin:.2rem 0}.tree{padding-left:0}.tree ul{border-left:1px solid var(--line);margin-left:.4rem}
.tree li{padding:.14rem 0}.tree .facts{color:var(--soft)}.tree p{font-family:system-ui,sans-serif;font-size:.9rem;color:var(--soft);margin:0 0 .2rem 1.1rem;max-width:46rem}
.columns{columns:16rem;column-gap:1.5rem;padding:0;list-style:none}.columns li{break-inside:avoid;overflow-wrap:anywhere;padding:.08rem 0}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.3rem .8rem .3rem 0;border-bottom:1px solid var(--line);vertical-align:top}th{white-space:nowrap}td{overflow-wrap:anywhere}
@media (max-width:40rem){header{position:static}h1{font-size:1.4rem}.search{flex-basis:100%;margin:0}}
@media print{header{display:none}}
`;
