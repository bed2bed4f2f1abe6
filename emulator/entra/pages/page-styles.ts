/** One sheet for all pages; no fonts, no pictures, nothing from elsewhere. */
export const pageStyles = `
:root { color-scheme: light dark; --ink: #1f1f1f; --soft: #5c5c5c; --paper: #ffffff; --back: #eef1f6; --line: #c9cdd6;
  --accent: #0b5cad; --accent-ink: #ffffff; --bad: #a4262c; --bad-back: #fdf3f4; --note: #fff8e5; }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f2f2; --soft: #b9bdc6; --paper: #23262d; --back: #15171b; --line: #4a4f5a;
  --accent: #7cb7f5; --accent-ink: #10151c; --bad: #ff9aa2; --bad-back: #3a2327; --note: #3a331f; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px 16px; background: var(--back);
  color: var(--ink); font: 16px/1.45 "Segoe UI", system-ui, sans-serif; }
main { width: 100%; max-width: 460px; background: var(--paper); border: 1px solid var(--line); border-radius: 8px;
  padding: 32px; }
.rehearsal { margin: 0 0 20px; padding: 6px 12px; border-radius: 4px; background: var(--note); font-size: 14px; }
h1 { margin: 0 0 8px; font-size: 26px; line-height: 1.2; font-weight: 600; }
h2 { margin: 20px 0 4px; font-size: 15px; }
p { margin: 0 0 16px; }
.soft { color: var(--soft); font-size: 14px; }
.problem { margin: 0 0 16px; padding: 10px 12px; border-left: 4px solid var(--bad); background: var(--bad-back);
  color: var(--bad); overflow-wrap: anywhere; }
fieldset { margin: 0 0 16px; padding: 0; border: 0; min-width: 0; }
legend { padding: 0; font-weight: 600; }
.people { max-height: 384px; overflow-y: auto; margin-top: 8px; border: 1px solid var(--line); border-radius: 6px; }
.person { display: flex; gap: 12px; align-items: center; padding: 8px 12px; cursor: pointer; min-height: 56px; }
.person + .person { border-top: 1px solid var(--line); }
.person:hover { background: var(--back); }
.person span { display: block; overflow-wrap: anywhere; }
input[type="radio"], input[type="checkbox"] { width: 20px; height: 20px; flex: none; accent-color: var(--accent); }
label.field { display: block; margin: 0 0 16px; font-weight: 600; }
input[type="text"], input[type="password"] { display: block; width: 100%; margin-top: 4px; padding: 9px 10px; font: inherit;
  color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 4px; }
.code { font-size: 22px; letter-spacing: 2px; text-transform: uppercase; }
.check { display: flex; gap: 10px; align-items: start; margin: 16px 0; }
details { margin: 0 0 16px; }
summary { cursor: pointer; padding: 4px 0; color: var(--accent); }
details label.field { margin-top: 8px; }
ul { margin: 4px 0 16px; padding-left: 22px; }
li { margin: 4px 0; }
.buttons { display: flex; gap: 12px; flex-wrap: wrap; margin-top: 24px; }
button { min-height: 40px; padding: 8px 24px; font: inherit; font-weight: 600; border-radius: 4px; cursor: pointer;
  border: 1px solid var(--soft); background: transparent; color: inherit; }
button.main { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
dl { margin: 0; display: grid; grid-template-columns: auto 1fr; gap: 4px 12px; font-size: 13px; color: var(--soft); }
dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
`;
