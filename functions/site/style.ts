/** The one style sheet: system fonts, dark and light, from a telephone to paper; colours that survive greyscale. */
export const css = `:root {
  color-scheme: light dark;
  --ground: #ffffff; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --link: #0b57a4; --band: #f3f5f7;
  --force: #1f4e8c; --pause: #8a5a00; --ended: #8b949e; --unknown: #6e3b8a; --warn: #a40e26;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #11151a; --ink: #e6e9ed; --soft: #a3adb8; --line: #3a434d; --link: #8ab9f1; --band: #1a2027;
    --force: #7fb2f0; --pause: #e0b050; --ended: #7d8790; --unknown: #c79be0; --warn: #ff8b94;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 0 1rem 2rem; max-width: 72rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", "Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP", "Microsoft YaHei", sans-serif;
  overflow-wrap: break-word;
}
a { color: var(--link); }
a:focus-visible, button:focus-visible, input:focus-visible, textarea:focus-visible, [tabindex]:focus-visible, summary:focus-visible {
  outline: 3px solid var(--link); outline-offset: 2px;
}
main:focus { outline: none; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }
header { display: flex; flex-wrap: wrap; gap: 0 1.5rem; align-items: baseline; border-bottom: 1px solid var(--line); }
header p { margin: .5rem 0; font-weight: 600; }
header a { text-decoration: none; }
nav ul { display: flex; flex-wrap: wrap; gap: 0 .25rem; list-style: none; margin: 0; padding: 0; }
nav a { display: inline-block; padding: .5rem; }
nav [aria-current] { font-weight: 600; text-decoration: underline; text-underline-offset: .3em; color: var(--ink); }
.languages { margin-left: auto; }
h1 { font-size: 1.6rem; line-height: 1.3; margin: 1.2rem 0 .6rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
.note { border-left: 4px solid var(--pause); background: var(--band); padding: .6rem 1rem; margin: 1rem 0; }
.blind { border-left-color: var(--warn); }
.awake { border-left-color: var(--force); }
.wide { overflow-x: auto; margin: .5rem 0 1rem; position: relative; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; border-bottom: 1px solid var(--line); }
th { background: var(--band); }
td:first-child { min-width: 7rem; }
.whole { white-space: nowrap; }
dl { display: grid; grid-template-columns: minmax(8rem, 15rem) 1fr; gap: .3rem 1rem; }
dt { color: var(--soft); }
dd { margin: 0; }
blockquote { margin: .4rem 0; padding: .1rem 1rem; border-left: 3px solid var(--line); }
code, .hash { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .85em; overflow-wrap: anywhere; }
.state { white-space: nowrap; font-weight: 600; }
.in-force { color: var(--force); } .suspended { color: var(--pause); } .unknown { color: var(--unknown); } .lifted, .expired { color: var(--soft); }
svg text { font: 12px system-ui, sans-serif; fill: var(--ink); }
svg a text { fill: var(--link); }
.picture { min-width: 44rem; width: 100%; height: auto; }
.bar { fill: var(--force); } .bar-suspended { fill: url(#stripes); stroke: var(--pause); } .bar-announced { fill: none; stroke: var(--force); }
.bar-lifted, .bar-expired { fill: var(--ended); } .bar-unknown { fill: none; stroke: var(--unknown); stroke-dasharray: 3 3; }
.stripe { stroke: var(--pause); stroke-width: 3; } .axis { stroke: var(--line); } .now { stroke: var(--warn); stroke-width: 2; }
.now-label { fill: var(--warn); font-weight: 600; } .tick { fill: var(--soft); }
form { display: grid; gap: .6rem; max-width: 44rem; }
label { font-weight: 600; }
textarea, input { font: inherit; padding: .4rem; border: 1px solid var(--soft); background: var(--ground); color: var(--ink); width: 100%; }
input[type="date"] { width: auto; }
button { font: inherit; padding: .5rem 1rem; border: 1px solid var(--link); background: var(--link); color: var(--ground); cursor: pointer; justify-self: start; }
.drop { outline: 3px dashed var(--link); }
footer { margin-top: 3rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .9rem; }
@media (max-width: 30rem) {
  .languages { margin-left: 0; }
  dl { grid-template-columns: 1fr; gap: 0; }
  .state { white-space: normal; }
  .wide table { min-width: 34rem; }
  dd { margin: 0 0 .6rem; }
}
@media print {
  header, form, .skip { display: none; }
  body { max-width: none; font-size: 10pt; }
  .wide { overflow: visible; } .whole { white-space: normal; }
  .picture { min-width: 0; }
  tr, .note, svg { break-inside: avoid; }
  a { color: inherit; }
}
`;

/** A mark for the tab: a bar that is solid, then striped. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1f4e8c"/><path d="M6 12h12v8H6z" fill="#fff"/><path d="M20 12h2v8h-2zm4 0h2v8h-2z" fill="#fff"/></svg>
`;
