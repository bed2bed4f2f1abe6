import { failure, ok, skipped, warning, type Judgement } from './finding.js';

/** A client secret as Graph shows it of an app registration. */
export interface PasswordCredential {
  /** The first three characters. */
  readonly hint: string | null;
  readonly displayName: string | null;
  /** UTC. */
  readonly endDateTime: string | null;
}

/** Those made for ever end in 2299. */
const never = Date.UTC(2200, 0);
const soonMs = 30 * 86_400_000;

/** Something that ends at a time: a secret or a certificate. */
export function judgeEnd(
  what: string,
  end: number,
  { now, fix }: { readonly now: number; readonly fix: string },
): Judgement {
  const day = new Date(end).toISOString().slice(0, 10);
  if (end >= never) return ok(`${what} has no end`);
  if (end <= now) return failure(`${what} ended on ${day}`, fix);
  const days = Math.floor((end - now) / 86_400_000);
  const found = `${what} is good until ${day} (${days === 1 ? '1 day' : `${days} days`})`;
  return end - now < soonMs ? warning(found, fix) : ok(found);
}

const newSecret =
  'Make a new secret (app registration > Certificates & secrets), set AZURE_CLIENT_SECRET to its value and restart.';

/** Which of the app's secrets ours is, the first three characters say, mostly; of several the earliest end counts. */
export function judgeClientSecret(
  hint: string,
  credentials: readonly PasswordCredential[],
  now: number,
): Judgement {
  const ours = credentials.filter((credential) => credential.hint === hint);
  const ends = (ours.length === 0 ? [] : ours).map(({ endDateTime }) =>
    Date.parse(endDateTime ?? ''),
  );
  const known = ends.filter((end) => !Number.isNaN(end)).toSorted((one, other) => one - other);
  if (known.length === 0) {
    return skipped(
      'Among the secrets of the app registration none begins like AZURE_CLIENT_SECRET, so that its end is not known',
      'See Certificates & secrets of the app registration.',
    );
  }
  // One that has ended cannot be ours where another one is like it and the sign-in works: that is told by its own check.
  const end = known.find((one) => one > now) ?? known.at(-1) ?? now;
  const isSure = known.length === 1;
  return judgeEnd(
    isSure
      ? 'The client secret'
      : `The client secret (or one of ${known.length} that begin like it)`,
    end,
    { now, fix: newSecret },
  );
}

/** Graph did not show them, and that is no fault. */
export function unknownSecretEnd(why: string): Judgement {
  return skipped(
    `When the client secret ends cannot be found out: ${why}`,
    'See Certificates & secrets of the app registration, or grant Application.Read.All.',
  );
}
