export const pageStyle = `:root {
  color-scheme: light dark;
  --ground: light-dark(#fbfbfc, #15181c);
  --surface: light-dark(#fff, #1d2127);
  --line: light-dark(#d5dae1, #3a424d);
  --ink: light-dark(#1a2029, #e4e8ee);
  --soft: light-dark(#566172, #a3adbb);
  --accent: light-dark(#0b57b0, #8dbcff);
  --bad: light-dark(#b3141f, #ff8f88);
  --good: light-dark(#136c34, #7ed492);
  --mark: light-dark(#ffe1de, #5d2420);
  --warn: light-dark(#fff0c2, #544315);
  font: 16px/1.5 system-ui, sans-serif;
}
body { margin: 0; background: var(--ground); color: var(--ink); }
header { padding: 1rem 1.5rem; border-bottom: 1px solid var(--line); background: var(--surface); }
h1 { margin: 0; font-size: 1.25rem; }
h2 { margin: 0 0 .75rem; font-size: 1.05rem; }
#service { margin: .25rem 0 0; color: var(--soft); overflow-wrap: anywhere; }
main { display: grid; grid-template-columns: minmax(16rem, 20rem) 1fr; gap: 1.5rem; padding: 1.5rem; }
main[hidden] { display: none; }
main > section:last-child { grid-column: 1 / -1; }
section { background: var(--surface); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem 1.25rem; min-width: 0; }
form p { margin: 0 0 .75rem; }
form + form { border-top: 1px solid var(--line); padding-top: .75rem; }
label { display: block; font-size: .875rem; color: var(--soft); }
input, select, button { font: inherit; color: inherit; box-sizing: border-box; border-radius: .375rem; }
input, select { width: 100%; padding: .375rem .5rem; border: 1px solid var(--soft); background: var(--ground); }
button { padding: .375rem .875rem; border: 1px solid var(--accent); background: none; color: var(--accent); cursor: pointer; }
button:hover { background: color-mix(in srgb, var(--accent) 12%, transparent); }
button:disabled { border-color: var(--line); color: var(--soft); cursor: default; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: start; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-size: .875rem; color: var(--soft); font-weight: 600; }
td:last-child { text-align: end; padding-right: 0; }
.id { display: block; font: .8125rem/1.4 ui-monospace, monospace; color: var(--soft); overflow-wrap: anywhere; }
.state { font-weight: 600; }
.Connected .state { color: var(--good); }
.note { display: block; color: var(--soft); font-size: .875rem; }
.quiet { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[role="alert"] { color: var(--bad); margin: 0; overflow-wrap: anywhere; }
#lost { padding: .75rem 1.5rem; background: var(--mark); color: var(--ink); }
#exchanges { display: grid; grid-template-columns: minmax(14rem, 18rem) 1fr; gap: 1.25rem; }
#exchange-list { list-style: none; margin: 0; padding: 0; max-height: 32rem; overflow: auto; }
#exchange-list button { width: 100%; text-align: start; border-color: transparent; color: var(--ink); }
#exchange-list button[aria-current="true"] { border-color: var(--accent); background: color-mix(in srgb, var(--accent) 12%, transparent); }
#exchange-list .bad { color: var(--bad); }
#exchange { min-width: 0; }
h3 { margin: 0 0 .25rem; font-size: .9375rem; }
pre { margin: 0 0 .5rem; padding: .75rem; overflow: auto; border: 1px solid var(--line); border-radius: .375rem; background: var(--ground); font: .8125rem/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.tag { color: light-dark(#7a1f6b, #e3a0d6); }
.name { color: light-dark(#7b4a00, #e8bd7a); }
.value { color: light-dark(#136c34, #7ed492); }
.comment, .declaration { color: var(--soft); }
mark { color: inherit; background: var(--mark); border-bottom: 2px solid var(--bad); }
mark.warning { background: var(--warn); border-bottom-color: light-dark(#8a6100, #e8bd7a); }
.problems { margin: 0 0 1rem; padding-left: 1.25rem; }
.problems .error { color: var(--bad); }
.valid { color: var(--good); margin: 0 0 1rem; font-size: .875rem; }
@media (max-width: 50rem) { main, #exchanges { grid-template-columns: 1fr; } }
`;
