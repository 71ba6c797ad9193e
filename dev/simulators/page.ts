const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: unknown): string => String(text ?? '').replace(/[&<>"']/g, (sign) => entities[sign]!);

const style = `
:root{color-scheme:light dark;--ink:#14202b;--paper:#f3f5f8;--card:#fff;--line:#c9d1da;--accent:#0b3c6f;--on:#fff;--soft:#4a5866}
@media(prefers-color-scheme:dark){:root{--ink:#e9eef3;--paper:#10171e;--card:#18222c;--line:#3a4754;--accent:#9cc7f5;--on:#10171e;--soft:#b3c0cc}}
*{box-sizing:border-box}
body{margin:0;font:1.125rem/1.5 "Source Sans 3",system-ui,sans-serif;color:var(--ink);background:var(--paper)}
header{border-bottom:4px solid var(--accent);background:var(--card);padding:1rem 1.25rem}
header p{margin:0 auto;max-width:42.5rem;font-weight:600}
header small{display:block;font-weight:400;color:var(--soft)}
main{max-width:45rem;margin:2rem auto;padding:0 1.25rem}
h1{font-size:2rem;line-height:1.2;margin:0 0 1rem}
h2{font-size:1.3rem;margin:2rem 0 .75rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:4px;padding:1.25rem;margin:0 0 1rem}
ul.plain{list-style:none;margin:0;padding:0}
button,.button{font:inherit;min-height:3rem;padding:.5rem 1rem;border-radius:4px;border:2px solid var(--accent);cursor:pointer;background:var(--card);color:var(--accent);text-decoration:none;display:inline-block}
button.main{background:var(--accent);color:var(--on)}
button.person{display:block;width:100%;text-align:left;margin:0 0 .75rem;border:1px solid var(--line);color:var(--ink)}
button.person strong{display:block;color:var(--accent)}
button.person span{color:var(--soft)}
button:hover,.button:hover{text-decoration:underline}
:focus-visible{outline:3px solid #f2b800;outline-offset:2px}
label{display:block;font-weight:600}
input{font:inherit;width:100%;max-width:16rem;padding:.6rem;border:2px solid var(--soft);border-radius:4px;background:var(--card);color:var(--ink)}
.error{border-left:4px solid #b3261e;padding-left:1rem}
.amount{font-size:2.25rem;font-weight:700;font-variant-numeric:tabular-nums}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:0}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
.actions{display:flex;flex-wrap:wrap;gap:.75rem}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.5rem;border-bottom:1px solid var(--line)}
a{color:var(--accent)}`;

/** A whole page of an outside system, in Polish, that works without a script. `body` is HTML already. */
export const page = (title: string, system: string, body: string): string =>
  `<!doctype html><html lang="pl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)} – ${escapeHtml(system)}</title><link rel="icon" href="data:,"><style>${style}</style></head>
<body><header><p>${escapeHtml(system)}<small>Symulator systemu zewnętrznego – dane są zmyślone</small></p></header>
<main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;
