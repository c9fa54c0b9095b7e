/** The look of the console: two schemes of colours, one column on a narrow screen. */
export const style = `
:root { color-scheme: light dark; --line: #c4c9d1; --dim: #505a68; --good: #0b6b35; --bad: #b3131b; --warn: #8a4b00;
  --back: #ffffff; --fore: #17202c; --raised: #f3f5f8; --loud: #fdecea; --link: #0a57a8 }
@media (prefers-color-scheme: dark) { :root { --line: #434c59; --dim: #aab4c2; --good: #6fd79a; --bad: #ff9a94;
  --warn: #f3c06b; --back: #12161c; --fore: #e8ecf2; --raised: #1b212a; --loud: #3a1616; --link: #8fc4ff } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1rem; max-width: 90rem; background: var(--back); color: var(--fore);
  font: 15px/1.45 system-ui, sans-serif }
h1 { font-size: 1.4rem; margin: 0 } h2 { font-size: 1.05rem; margin: 1.6rem 0 .5rem }
.dim { color: var(--dim) } .good { color: var(--good) } .bad { color: var(--bad); font-weight: 600 }
.warn { color: var(--warn); font-weight: 600 }
#faults { background: var(--loud); border: 2px solid var(--bad); border-radius: .4rem; padding: .6rem .9rem; margin: 1rem 0 }
#faults h2 { margin: 0 0 .3rem; color: var(--bad) } #faults ul { margin: 0; padding-left: 1.2rem }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)); gap: 0 2rem }
.scroll { overflow-x: auto } .tall { max-height: 32rem; overflow: auto; border: 1px solid var(--line) }
table { border-collapse: collapse; width: 100%; font-size: .88rem } caption { text-align: left; color: var(--dim) }
th, td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid var(--line); white-space: nowrap }
thead th { position: sticky; top: 0; background: var(--raised) }
td.text { white-space: normal; min-width: 12rem }
form { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end; margin: .4rem 0 .7rem }
label { display: grid; gap: .15rem; font-size: .85rem; color: var(--dim) }
input, select, button { font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--dim);
  border-radius: .3rem; padding: .3rem .55rem }
button.link { background: none; border: 0; padding: 0; color: var(--link); text-decoration: underline; cursor: pointer }
:focus-visible { outline: 3px solid var(--link); outline-offset: 1px }
code { font: .88em ui-monospace, monospace; overflow-wrap: anywhere }
`;
