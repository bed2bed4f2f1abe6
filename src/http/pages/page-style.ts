/** Of every page for people: the system's own fonts, light and dark, nothing loaded from anywhere. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --ink: #1b1a19; --soft: #605e5c; --ground: #f5f5f5; --sheet: #fff; --line: #d1d1d1;
  --accent: #0f6cbd; --onAccent: #fff; --good: #0e700e; --bad: #b10e1c;
  font: 16px/1.5 system-ui, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #f5f5f5; --soft: #bdbdbd; --ground: #141414; --sheet: #1f1f1f; --line: #525252;
    --accent: #62abf5; --onAccent: #0b1a29; --good: #6fcf6f; --bad: #f1707b;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); }
main {
  max-width: 36rem; margin: 8vh auto; padding: 2rem;
  background: var(--sheet); border: 1px solid var(--line); border-radius: 8px;
}
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.3; }
h2 { margin: 1.5rem 0 0.5rem; font-size: 1.1rem; }
h3 { margin: 0 0 0.5rem; font-size: 1rem; overflow-wrap: anywhere; }
p, ul, dl { margin: 0 0 1rem; }
:is(p, ul, dl):last-child { margin-bottom: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
ul { padding-inline-start: 1.1rem; }
li { overflow-wrap: anywhere; }
a { color: var(--accent); }
.good { color: var(--good); }
.bad { color: var(--bad); }
.soft { color: var(--soft); font-size: 0.9rem; }
form { display: inline; }
article { margin: 0 0 1rem; padding: 1rem; border: 1px solid var(--line); border-radius: 4px; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
input:is([type=text], [type=password]) {
  width: 100%; padding: 0.5rem; font: inherit; color: var(--ink); background: var(--ground);
  border: 1px solid var(--soft); border-radius: 4px;
}
button {
  padding: 0.5rem 1rem; font: inherit; font-weight: 600; cursor: pointer;
  color: var(--onAccent); background: var(--accent); border: 1px solid transparent; border-radius: 4px;
}
fieldset { margin: 0 0 1rem; padding: 0.5rem 1rem; border: 1px solid var(--line); border-radius: 4px; }
legend { padding: 0 0.25rem; font-weight: 600; }
.choice { display: flex; gap: 0.5rem; align-items: baseline; margin: 0 0 0.25rem; }
.row { display: flex; flex-wrap: wrap; gap: 0.75rem; margin: 0; padding: 0.75rem 0 1rem; }
button.quiet { color: var(--ink); background: transparent; border-color: var(--line); }
:is(a, button, input):focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.5rem 0.5rem 0.5rem 0; text-align: start; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.whole { overflow-wrap: normal; }
@media (max-width: 26rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 0.5rem; } }
@media (max-width: 40rem) { main { margin: 0; min-height: 100vh; border: 0; border-radius: 0; } }
`;
