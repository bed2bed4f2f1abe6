/** Paragraphs as Outlook writes them. */
export function paragraphs(...texts: readonly string[]): string {
  return texts
    .map((text) => `<p class="MsoNormal" style="margin:0 0 10pt 0">${text}</p>`)
    .join('\r\n');
}

/** What stands below the mails of a colleague. */
export function signature(name: string, title: string): string {
  return `<div id="Signature"><p style="margin:0; color:#444444; font-size:10pt">${name}<br>${title}<br>Tandem &middot; <a href="https://tandem.example">tandem.example</a></p></div>`;
}

/** The first row is the head. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const lines = body.map((row) => `<tr>${cellsOf(row, 'td')}</tr>`).join('\r\n');
  return `<table style="border-collapse:collapse"><thead><tr>${cellsOf(head, 'th')}</tr></thead><tbody>${lines}</tbody></table>`;
}

function cellsOf(row: readonly string[], tag: 'th' | 'td'): string {
  return row
    .map((cell) => `<${tag} style="border:1px solid #cccccc; padding:4px 8px">${cell}</${tag}>`)
    .join('');
}

/** A mailing: tables within tables, a line that only previews show, a link for each reader, and a picture that tells of its reading. */
export function newsletter(mailing: {
  readonly from: string;
  readonly host: string;
  readonly preview: string;
  readonly title: string;
  readonly parts: readonly {
    readonly title: string;
    readonly text: string;
    readonly link: string;
  }[];
}): string {
  const { from, host, preview, title, parts } = mailing;
  const rows = parts.map(
    (part) =>
      `<tr><td style="padding:16px 24px"><h2 style="font-size:18px; margin:0">${part.title}</h2><p style="font-size:14px; line-height:20px">${part.text}</p><a href="https://click.${host}/ls/click?upn=u001.x7Qd${encodeURIComponent(part.link)}-2BhL" style="background:#0b5cad; color:#ffffff; padding:8px 16px; text-decoration:none">${part.link}</a></td></tr>`,
  );
  return `<style type="text/css">@media only screen and (max-width:600px){.wrap{width:100%!important}} a{color:#0b5cad}</style><div style="display:none; max-height:0; overflow:hidden">${preview}&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;</div><table role="presentation" width="100%" cellpadding="0" cellspacing="0" bgcolor="#f3f3f3"><tr><td align="center"><table role="presentation" class="wrap" width="600" cellpadding="0" cellspacing="0" bgcolor="#ffffff"><tr><td style="padding:24px"><img src="https://cdn.${host}/logo.png" alt="${from}" width="120" height="32"><h1 style="font-size:24px">${title}</h1></td></tr>${rows.join('')}<tr><td style="padding:24px; font-size:11px; color:#888888">You get this mail because you have an account with ${from}.<br><a href="https://click.${host}/unsubscribe?u=4f1c">Unsubscribe</a> &middot; <a href="https://${host}/privacy">Privacy</a></td></tr></table></td></tr></table><img src="https://click.${host}/wf/open?upn=u001.9dKx" alt="" width="1" height="1" border="0" style="height:1px!important; width:1px!important">`;
}
