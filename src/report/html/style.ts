/** The page's looks: one column, both colour schemes, no resource from outside. */
import { html } from './markup.ts'

export const STYLE = html`
:root {
  color-scheme: light dark;
  --page: #f6f6f4; --surface: #fcfcfb; --line: #e2e1dc; --ink: #0b0b0b; --soft: #52514e;
  --one: #2a78d6; --two: #1baf7a; --fail: #d03b3b; --track: #ebeae6;
  --good: #0ca30c; --warning: #fab219; --serious: #ec835a; --critical: #d03b3b; --neutral: #8a8984;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #111110; --surface: #1a1a19; --line: #383835; --ink: #ffffff; --soft: #c3c2b7;
    --one: #3987e5; --two: #199e70; --fail: #e66767; --track: #2b2b29;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 64rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
header { padding: 0 .25rem; }
h1 { font-size: 1.5rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.1rem; margin: 0 0 .75rem; }
p { margin: 0 0 .5rem; overflow-wrap: anywhere; }
section, .tiles > div { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; }
section { padding: 1.1rem 1.25rem 1.25rem; margin-top: 1rem; }
.note, .empty, footer, figcaption, dt, th, .axis, .scale { color: var(--soft); }
.note { font-size: .9rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin-top: 1rem; }
.tiles > div { padding: .7rem .9rem; }
.tiles b { display: block; font-size: 1.35rem; line-height: 1.3; font-weight: 600; }
.tiles span { color: var(--soft); font-size: .85rem; }
.badge { display: inline-flex; align-items: center; gap: .4em; }
.badge { align-items: baseline; }
.badge i { flex: none; min-width: 1.6em; border-radius: 3px; text-align: center; font: bold .8em/1.35 system-ui, sans-serif; background: var(--neutral); color: #0b0b0b; }
.badge.good i { background: var(--good); } .badge.warning i { background: var(--warning); }
.badge.serious i { background: var(--serious); } .badge.critical i { background: var(--critical); color: #fff; }
figure { margin: 0 0 1rem; }
figcaption { font-size: .85rem; margin-bottom: .6rem; }
.plot { display: flex; gap: .5rem; padding-left: 4.75rem; position: relative; }
.plot svg { flex: 1; width: 100%; min-width: 0; display: block; }
.strip { height: 26px; }
.strip rect { fill: var(--neutral); }
.strip .good { fill: var(--good); } .strip .warning { fill: var(--warning); }
.strip .serious { fill: var(--serious); } .strip .critical { fill: var(--critical); }
.scale { position: absolute; left: 0; width: 4.25rem; top: -.6em; bottom: -.6em; display: flex; flex-direction: column;
  justify-content: space-between; text-align: right; font-size: .75rem; line-height: 1.2; white-space: nowrap; }
.columns .grid line { stroke: var(--line); } .columns .base { stroke: var(--neutral); }
.columns .bar { fill: var(--one); } .columns.failures .bar { fill: var(--fail); }
.columns .gap { fill: var(--surface); } .columns .hit { fill: transparent; } .columns g:hover .hit { fill: var(--track); }
.axis { display: flex; justify-content: space-between; gap: 1rem; padding-left: 4.75rem; font-size: .75rem; margin: -.5rem 0 1rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { padding: .35rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; border-bottom: 1px solid var(--line); }
thead th, td.number { white-space: nowrap; overflow-wrap: normal; } .periods td.number { white-space: normal; overflow-wrap: anywhere; }
th { font-weight: 500; } tbody tr:last-child > * { border-bottom: 0; }
.number, .number button { text-align: right; font-variant-numeric: tabular-nums; }
th button { all: unset; cursor: pointer; } th button:focus-visible { outline: 2px solid var(--one); outline-offset: 2px; }
th[aria-sort=ascending] button::after { content: " ▲"; } th[aria-sort=descending] button::after { content: " ▼"; }
.search input { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--line); border-radius: 6px; padding: .3rem .6rem; width: min(20rem, 100%); }
.periods { table-layout: fixed; } .periods thead th:first-child { width: 28%; } table + .note { margin-top: .6rem; }
.periods tbody th { color: var(--ink); } .periods td .badge { display: block; } .periods td .badge i { display: inline-block; margin-right: .4em; }
[hidden] { display: none !important; }
.bars .row { display: grid; grid-template-columns: 9.5rem 1fr 4.5rem; align-items: center; gap: .1rem .75rem; padding: .2rem 0; }
.bars .pair { padding: .3rem 0; } .pair .name { grid-row: span 2; }
.name { overflow-wrap: anywhere; } .value { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; font-size: .85rem; line-height: 1.25; }
.meter { width: 100%; display: block; } .track { fill: var(--track); }
.meter .one { fill: var(--one); } .meter .two { fill: var(--two); }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.25rem; font-size: .9rem; }
.legend.axis { justify-content: flex-start; font-size: .8rem; }
.legend > span > i { display: inline-block; width: .7em; height: .7em; border-radius: 3px; margin-right: .4em; }
.legend .one { background: var(--one); } .legend .two { background: var(--two); }
.problems { list-style: none; margin: 0; padding: 0; }
.problems li + li { border-top: 1px solid var(--line); padding-top: .7rem; margin-top: .6rem; }
code { font: .9em ui-monospace, monospace; background: var(--track); border-radius: 4px; padding: .05em .35em; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .3rem 1rem; margin: 0; font-size: .9rem; }
dd { margin: 0; overflow-wrap: anywhere; }
footer { margin-top: 1.25rem; font-size: .85rem; padding: 0 .25rem; }
@media (max-width: 34rem) {
  section { padding: .9rem .9rem 1rem; }
  .plot, .axis { padding-left: 4rem; } .scale { width: 3.6rem; }
  .bars .row { grid-template-columns: 1fr 4rem; gap: 0 .5rem; } .bars .name { grid-column: 1 / -1; grid-row: auto; }
  .tiles div:last-child:nth-child(odd) { grid-column: 1 / -1; }
  table.cards, .cards tbody, .cards tr, .cards td, .cards th[scope=row] { display: block; }
  .cards thead { display: none; }
  .cards tr { border-bottom: 1px solid var(--line); padding: .5rem 0; } .cards tr:last-child { border-bottom: 0; }
  .cards td, .cards th[scope=row] { border: 0; padding: .1rem 0; text-align: left; } .cards th[scope=row] { color: var(--ink); font-weight: 600; }
  .cards td { display: grid; grid-template-columns: 7.5rem 1fr; gap: 0 .5rem; } .cards td:empty { display: none; }
  .periods td .badge { display: flex; grid-column: 2; } .periods td .badge i { margin-right: 0; } .cards td > code { justify-self: start; }
  .cards td::before { content: attr(data-label); color: var(--soft); }
  dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; }
}
`
