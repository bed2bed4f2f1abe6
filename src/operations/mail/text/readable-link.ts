import { decodeReferences } from './declarations.js';

const longestWhole = 400;

/**
 * Where a link leads, for people and models; null for one that leads to no page and no address. What Microsoft's link
 * protection has wrapped is unwrapped, and a query that nobody reads (mostly who is being counted) is left out.
 */
export function readableLink(href: string): string | null {
  const text = decodeReferences(href).replaceAll(/[\s\p{Cc}]/gu, '');
  if (/^(mailto|tel):/i.test(text)) return text.slice(0, longestWhole);
  if (!/^https?:\/\//i.test(text)) return null;
  const url = URL.parse(text);
  if (url === null) return null;
  const wrapped = url.hostname.endsWith('.safelinks.protection.outlook.com')
    ? URL.parse(url.searchParams.get('url') ?? '')
    : null;
  const target = wrapped !== null && /^https?:$/.test(wrapped.protocol) ? wrapped : url;
  target.username = '';
  target.password = '';
  if (target.href.length > longestWhole) {
    target.search = '';
    target.hash = '';
  }
  return target.href.slice(0, longestWhole).replaceAll(/[<>"'()[\]\\]/g, encodeURIComponent);
}
