import { z } from 'zod';
import type { AuthWay } from './config.js';

/** `none`, or the ways of proving who calls that are accepted, separated by commas. Empty: none. */
export function authMode() {
  return z.string().transform((text, context): ReadonlySet<AuthWay> => {
    const named = text.split(',').map((part) => part.trim());
    const accepted = named.filter(isWay);
    if (text.trim() === 'none') return new Set();
    if (accepted.length === named.length) return new Set(accepted);
    context.addIssue(
      `write none, or one or more of ${ways.join(', ')}, separated by commas, not "${text}"`,
    );
    return z.NEVER;
  });
}

const ways = ['api-key', 'entra', 'oauth'] as const satisfies readonly AuthWay[];

function isWay(name: string): name is AuthWay {
  return ways.some((way) => way === name);
}
