import { ProblemError } from '../../domain/problem.js';
import type { Reference } from '../../domain/task.js';

/** A link as a task holds it, its address in one spelling. ProblemError invalid_input where it is no web address. */
export function readLink(
  {
    url,
    title,
    type,
  }: {
    readonly url: string;
    readonly title?: string | undefined;
    readonly type?: string | undefined;
  },
  field: string,
): Reference {
  const address = URL.parse(url.trim());
  if (address !== null && /^https?:$/.test(address.protocol)) {
    return { url: address.href, alias: title ?? null, type: type ?? null };
  }
  const message = 'must be a web address that begins with http:// or https://';
  throw new ProblemError('invalid_input', `${field}: ${message}`, { errors: [{ field, message }] });
}
