/** The one style sheet of the plain pages. Colours are roles: whose turn it is has its own. */
export const pageStyle = `
:root { color-scheme: light dark;
  --bg: light-dark(#f4f6f7, #0c1214); --surface: light-dark(#fff, #141c20);
  --sunken: light-dark(#f1f4f5, #1a2428); --line: light-dark(#dbe1e4, #2b373d);
  --text: light-dark(#141c20, #e6ebee); --text-2: light-dark(#465059, #b3bdc3);
  --link: light-dark(#04608e, #8cc4ee); --accent: light-dark(#04608e, #6ab0e0);
  --you-fg: light-dark(#6c4700, #ffca7f); --you-soft: light-dark(#fff1df, #33240a);
  --us-fg: light-dark(#034d73, #98cbf0); --us-soft: light-dark(#e4f2fc, #0e2c3f);
  --wait-fg: light-dark(#465059, #b3bdc3); --wait-soft: light-dark(#e9edef, #242f35);
  --done-fg: light-dark(#115536, #91dab0); --done-soft: light-dark(#e0f5e8, #0d2f1f);
  --cjk: "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "BIZ UDPGothic", "Yu Gothic UI", Meiryo;
  --font: system-ui, var(--cjk), sans-serif; --mono: ui-monospace, Menlo, Consolas, monospace; }
:root:lang(ja) { --font: var(--cjk), sans-serif; }
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--text); font: 400 1rem/1.7 var(--font);
  overflow-wrap: anywhere; line-break: strict; text-wrap: pretty; -webkit-text-size-adjust: 100%; }
:lang(ja) body { word-break: auto-phrase; letter-spacing: .02em; } :lang(ja) p { word-break: normal; }
h1, h2, h3, p, ul, ol, dl, dd { margin: 0; } ul, ol { padding: 0; list-style: none; }
h1, h2, h3 { line-height: 1.4; text-wrap: balance; }
a { color: var(--link); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--text); outline-offset: 2px; border-radius: 4px; }
time, .num { font-variant-numeric: tabular-nums; }
.demo { background: var(--you-soft); color: var(--you-fg); font-size: .8125rem; padding: 3px 20px;
  text-align: center; }
.top { background: var(--surface); border-bottom: 1px solid var(--line); }
.top > div, main, .foot > div { max-width: 46rem; margin: 0 auto; padding: 0 20px; }
.top > div { min-height: 60px; display: flex; align-items: center; gap: 10px; font-weight: 700; }
.top svg { width: 32px; height: 32px; color: var(--accent); flex: none; }
main { padding-block: 16px 64px; }
.back { display: inline-flex; min-height: 44px; align-items: center; font-size: .875rem; }
.turn { display: inline-block; padding: 2px 12px; border-radius: 999px; font-size: .875rem;
  font-weight: 700; }
.turn.customer { background: var(--you-soft); color: var(--you-fg); }
.turn.kaeru, .turn.desk { background: var(--us-soft); color: var(--us-fg); }
.turn.network { background: var(--wait-soft); color: var(--wait-fg); }
.turn.nobody { background: var(--done-soft); color: var(--done-fg); }
.quiet { color: var(--text-2); font-size: .875rem; line-height: 1.6; }
.meta { margin-top: 8px; }
h1 { font-size: 1.625rem; margin-top: 12px; } .lead { font-size: 1.0625rem; margin-top: 12px; }
h2 { font-size: 1.25rem; } section { margin-top: 40px; } section > h2 + * { margin-top: 12px; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 12px;
  padding: 16px 20px; }
.card + .card { margin-top: 12px; } .card.off { background: var(--sunken); color: var(--text-2); }
.facts { margin-top: 24px; padding-block: 4px; }
.facts > div { padding: 12px 0; } .facts > div + div { border-top: 1px solid var(--line); }
.facts dt { font-size: .875rem; color: var(--text-2); } .facts dd { font-weight: 700; }
.facts .big { font-size: 1.75rem; line-height: 1.3; }
.facts small { font-weight: 400; font-size: .875rem; color: var(--text-2); display: block; }
.choice h3 { font-size: 1.125rem; } .choice dl { margin-top: 8px; font-size: .9375rem; }
.choice dl > div { display: grid; grid-template-columns: 6.5em 1fr; gap: 0 12px; }
.choice dt { color: var(--text-2); } .choice p { margin-top: 8px; }
.tag { font-size: .8125rem; font-weight: 700; color: var(--us-fg); background: var(--us-soft);
  border-radius: 6px; padding: 1px 8px; margin-inline-start: 6px; white-space: nowrap; }
.note { background: var(--you-soft); color: var(--you-fg); border-radius: 8px; padding: 12px;
  margin-top: 12px; font-size: .9375rem; }
.steps { counter-reset: step; }
.steps > li { position: relative; display: grid; grid-template-columns: 28px 1fr; gap: 0 12px;
  padding-bottom: 16px; counter-increment: step; }
.steps > li:last-child { padding-bottom: 0; }
.steps > li::before { content: counter(step); width: 28px; height: 28px; border-radius: 50%;
  display: grid; place-items: center; font-size: .875rem; font-weight: 700; z-index: 1;
  border: 1.5px solid var(--text-2); color: var(--text-2); background: var(--surface); }
.steps > li:not(:last-child)::after { content: ""; position: absolute; left: 13px; top: 28px;
  bottom: 0; width: 2px; background: var(--line); }
.steps > .past::before { content: "✓"; background: var(--done-soft); color: var(--done-fg);
  border-color: var(--done-fg); }
.steps > [aria-current]::before { background: var(--us-fg); border-color: var(--us-fg);
  color: var(--surface); }
.steps b { display: block; } .steps ul { margin-top: 4px; display: grid; gap: 8px; }
code { font: .8125rem/1.6 var(--mono); letter-spacing: 0; display: block; }
details { background: var(--surface); border: 1px solid var(--line); border-radius: 12px;
  padding: 0 20px; margin-top: 40px; }
summary { min-height: 56px; align-content: center; font-weight: 700; cursor: pointer; }
details dl { padding-bottom: 20px; display: grid; gap: 12px; }
details dt { font-size: .8125rem; color: var(--text-2); }
.foot { border-top: 1px solid var(--line); background: var(--surface); }
.foot > div { padding-block: 20px 40px; } .foot p + p { margin-top: 8px; }
@media print { .back, .demo { display: none } .card, li { break-inside: avoid } }
`;
