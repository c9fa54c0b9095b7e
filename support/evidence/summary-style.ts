/** Style of the summary: system fonts, light and dark, phone and paper; nothing is fetched. */
export const style = `
:root{color-scheme:light dark;--paper:#fff;--sheet:#f6f7f9;--ink:#1b1f24;--soft:#59636e;--line:#d8dde3;--link:#0b57a4;
--good:#146c3c;--good-bg:#e6f4ea;--bad:#b3261e;--bad-bg:#fdecea;--unsure:#8a5000;--unsure-bg:#fff4e0;--quiet:#59636e;--quiet-bg:#eef0f3;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;--mono:ui-monospace,SFMono-Regular,Consolas,"Liberation Mono",monospace}
@media (prefers-color-scheme:dark){:root{--paper:#14171b;--sheet:#1c2026;--ink:#e6e9ed;--soft:#a2abb6;--line:#343b44;--link:#8ab8f0;
--good:#7ed49a;--good-bg:#16301f;--bad:#ff9d94;--bad-bg:#3a1a18;--unsure:#f2b866;--unsure-bg:#35270f;--quiet:#a2abb6;--quiet-bg:#262b32}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 var(--sans)}
main,header.page,footer.page{max-width:74rem;margin:0 auto;padding:0 1.25rem}
header.page{padding-top:1.75rem}footer.page{padding-bottom:3rem;color:var(--soft);font-size:.875rem}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem}
h1,h2,h3{line-height:1.2;text-wrap:balance;font-weight:600}
h1{font-size:clamp(1.75rem,1.3rem + 2vw,2.5rem);margin:.15rem 0 .35rem;letter-spacing:-.015em}
h2{font-size:1.3rem;margin:2.75rem 0 .75rem;padding-top:1rem;border-top:1px solid var(--line)}
h3{font-size:1rem;margin:1.25rem 0 .4rem}
p{margin:.4rem 0;max-width:70ch}
.kicker{color:var(--soft);font-size:.8125rem;letter-spacing:.04em;margin:0 0 1rem}
.headline{border-left:.4rem solid currentColor;padding:.35rem 0 .35rem 1.1rem}
.headline p{color:var(--ink);font-size:1.05rem}
.good{color:var(--good)}.bad{color:var(--bad)}.unsure{color:var(--unsure)}.quiet{color:var(--quiet)}
.banner{margin:1rem 0 0;padding:.7rem 1rem;border-radius:.35rem;background:var(--unsure-bg);border:1px solid var(--unsure);max-width:none}
.chip{display:inline-block;white-space:nowrap;font-size:.8125rem;font-weight:600;padding:.08rem .55rem;border-radius:1rem}
.chip.good{background:var(--good-bg)}.chip.bad{background:var(--bad-bg)}.chip.unsure{background:var(--unsure-bg)}.chip.quiet{background:var(--quiet-bg)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.6rem;list-style:none;margin:1.25rem 0 0;padding:0}
.tiles li{background:var(--sheet);border:1px solid var(--line);border-radius:.4rem;padding:.6rem .8rem;font-size:.875rem}
.tiles b{display:block;font-size:1.6rem;line-height:1.15;font-weight:600;font-variant-numeric:tabular-nums}
.tiles .none{color:var(--soft);background:none}.tiles .none b{font-weight:400}
dl.facts{display:grid;grid-template-columns:minmax(8rem,13rem) 1fr;gap:.3rem 1.25rem;margin:.5rem 0}
@media (min-width:64rem){dl.facts{grid-template-columns:minmax(7rem,auto) 1fr minmax(7rem,auto) 1fr}}dl.facts dt{color:var(--soft)}dl.facts dd{margin:0;overflow-wrap:anywhere}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding:.9rem 0 .35rem}
th,td{text-align:left;vertical-align:top;padding:.42rem .7rem .42rem 0}
thead th{color:var(--soft);font-weight:500;font-size:.8125rem;border-bottom:1px solid var(--line)}
tbody tr>*{border-bottom:1px solid var(--line)}
td.n,th.n{text-align:right;padding-right:1.25rem}
.tables{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:0 2.5rem}
table.sign tbody tr>*{border-bottom:1px solid var(--soft);height:3rem;vertical-align:bottom}table.sign th{width:9rem}
table.counts{width:auto;min-width:min(100%,20rem)}
.scenarios>tbody>tr:first-child>*{border-bottom:0;padding-bottom:.1rem}
.scenarios>tbody>tr.more>td{padding-top:0;padding-right:0}
.scenarios tbody:target{background:var(--sheet)}
.scenarios th[scope=row]{font-weight:400;width:44%}
code,.id{font-family:var(--mono);font-size:.86em;overflow-wrap:anywhere}
.id{color:var(--soft);display:block}
summary{cursor:pointer;color:var(--link);font-size:.8125rem;width:fit-content;padding:.15rem 0}
.inside{padding:.25rem 0 1rem 1rem;border-left:2px solid var(--line);margin:.25rem 0 .5rem}
pre{margin:.4rem 0;padding:.75rem .9rem;background:var(--sheet);border:1px solid var(--line);border-radius:.35rem;font:.8125rem/1.5 var(--mono);white-space:pre-wrap;overflow-wrap:anywhere}
pre.failure{border-left:.25rem solid var(--bad)}
ol,ul{margin:.3rem 0;padding-left:1.4rem}ol.steps li{padding:.08rem 0}.keyword{color:var(--soft);font-weight:600}.inside p{max-width:none}
.small{font-size:.8125rem;color:var(--soft)}
figure{margin:.5rem 0;overflow-x:auto}figure svg{max-width:100%;height:auto}
.legs{font-size:.8125rem}.legs td{overflow-wrap:anywhere}.legs td.when,.legs td:nth-child(5){white-space:nowrap}.legs tr.body>td{padding-top:0}.legs tr.has>*{border-bottom:0}
.every-page,.on-paper{display:none}
@media screen and (max-width:46rem){
dl.facts{grid-template-columns:1fr;gap:0}dl.facts dd{margin-bottom:.6rem}
.scenarios>thead{display:none}.scenarios,.scenarios>caption,.scenarios>tbody,.scenarios>tbody>tr,.scenarios>tbody>tr>*{display:block;width:auto}
.scenarios>tbody{border-bottom:1px solid var(--line);padding:.5rem 0}.scenarios>tbody>tr>*{border:0;padding:.1rem 0}
.scenarios td[data-label]::before{content:attr(data-label) ": ";color:var(--soft)}.scenarios>tbody>tr>td.n{text-align:left}.inside{padding-left:.6rem}table.legs{min-width:44rem}figure svg{max-width:none}}
@media print{@page{margin:14mm 12mm 18mm}
:root{color-scheme:light;--paper:#fff;--sheet:#f6f7f9;--ink:#1b1f24;--soft:#4a535d;--line:#c9cfd6;--link:#1b1f24;--good:#146c3c;--bad:#b3261e;--unsure:#8a5000;--quiet:#59636e;--good-bg:#fff;--bad-bg:#fff;--unsure-bg:#fff;--quiet-bg:#fff}
body{font-size:10pt}main,header.page,footer.page{max-width:none;padding:0}.chip{border:1px solid currentColor}
h2,h3,caption,summary{break-after:avoid}tr,pre,figure,.tiles li{break-inside:avoid}thead{display:table-header-group}
.skip,.legs tr.body,.scenarios summary,.scenarios tbody.pass tr.more{display:none}.on-paper{display:block}details::details-content{content-visibility:visible;display:block}
.every-page{display:block;position:fixed;bottom:-10mm;left:0;right:0;max-width:none;text-align:center;font-size:8pt;color:var(--unsure)}}
`;
