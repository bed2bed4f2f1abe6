import { IANAZone } from 'luxon';
import { findIana, findWindows } from 'windows-iana';

/**
 * The IANA name of a zone that is named in IANA's way or in Windows' (`W. Europe Standard Time`), or as Exchange calls UTC in
 * events that came from elsewhere (`tzone://Microsoft/Utc`); null: no such zone, like `tzone://Microsoft/Custom`.
 */
export function toIanaZone(name: string): string | null {
  const text = name
    .trim()
    .replace(/^tzone:\/\/Microsoft\/(?=Utc$)/i, '')
    .replace(/^utc$/i, 'UTC');
  const [iana] = findIana(text);
  if (iana !== undefined) return iana;
  return IANAZone.isValidZone(text) ? IANAZone.create(text).name : null;
}

/** Windows' name, where it has one: what Outlook answers with and likes best to be told. */
export function toWindowsZone(iana: string): string | null {
  return findWindows(iana)[0] ?? null;
}
