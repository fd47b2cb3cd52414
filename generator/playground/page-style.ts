/** The style of the page. */
export const pageStyle = `:root{--paper:#fff;--ink:#1d2330;--soft:#5b6475;--line:#d7dce5;--shade:#f4f6f9;--bad:#ffd9d6;--badline:#c62828;--odd:#ffefc2;--oddline:#8a6100;--good:#1a7f37;--link:#0b57b7;color-scheme:light}
@media (prefers-color-scheme:dark){:root{--paper:#14171d;--ink:#e4e8ef;--soft:#a3adbd;--line:#333b49;--shade:#1c212a;--bad:#5c1f1c;--badline:#ff8a80;--odd:#4f3d07;--oddline:#ffcf5c;--good:#69d286;--link:#8ab9ff;color-scheme:dark}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,sans-serif;min-height:100vh;display:grid;grid-template-rows:auto 1fr}
header{display:flex;gap:1rem;align-items:baseline;padding:.6rem 1rem;border-bottom:1px solid var(--line);flex-wrap:wrap}
h1{font-size:1.05rem;margin:0}header p{margin:0;color:var(--soft)}#status{margin-left:auto;font-variant-numeric:tabular-nums}
main{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);grid-template-rows:minmax(14rem,1.4fr) minmax(12rem,1fr);gap:1px;background:var(--line)}
section{background:var(--paper);display:grid;grid-template-rows:auto 1fr auto;min-height:0;min-width:0}
section:last-child{grid-column:1/-1}
h2{font-size:.85rem;margin:0;padding:.35rem .8rem;color:var(--soft);font-weight:600;display:flex;justify-content:space-between;align-items:center}
.field{position:relative;min-height:0}
.field pre,.field textarea,#code{position:absolute;inset:0;margin:0;padding:.5rem .8rem;border:0;font:13px/1.5 ui-monospace,"DejaVu Sans Mono",monospace;white-space:pre;overflow:auto;tab-size:2;width:100%;height:100%}
.field pre{color:transparent;overflow:hidden;pointer-events:none}
.field textarea{background:transparent;color:inherit;resize:none}
#code{background:var(--shade);color:inherit}.stale #code{opacity:.45}
mark{color:transparent;border-radius:2px}mark.error{background:var(--bad);box-shadow:0 2px 0 var(--badline)}mark.warning{background:var(--odd);box-shadow:0 2px 0 var(--oddline)}
ul{list-style:none;margin:0;padding:.3rem .8rem;max-height:8.5rem;overflow:auto;border-top:1px solid var(--line);font-size:13px}
li{overflow-wrap:anywhere}.good{color:var(--good)}
button{font:inherit;color:inherit;background:none;border:1px solid var(--line);border-radius:5px;padding:.1rem .6rem;cursor:pointer}
li button{border:0;padding:.05rem 0;text-align:left}li .error{color:var(--badline)}li .warning{color:var(--oddline)}
:focus-visible{outline:3px solid var(--link);outline-offset:-3px}
@media (max-width:48rem){main{grid-template-columns:minmax(0,1fr);grid-template-rows:repeat(3,minmax(16rem,auto))}section:last-child{grid-column:auto}}
`;
