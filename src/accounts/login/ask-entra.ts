import { AuthError, ServerError } from '@azure/msal-node';
import { toSignInError } from '../sign-in-failure.js';
import type { SignInNetwork } from '../sign-in-network.js';
import { readRefusal, type ReadRefusal } from './entra-words.js';

/**
 * Entra's answer to a sign-in, or how it refused for good. Rejects with a GraphError where it gave no answer that counts:
 * then the same may be asked again.
 */
export async function askEntra<T>(
  ask: () => Promise<T>,
  network: Pick<SignInNetwork, 'trouble'>,
): Promise<T | ({ readonly kind: 'refused' } & ReadRefusal)> {
  try {
    return await ask();
  } catch (error) {
    const trouble = network.trouble();
    if (trouble !== undefined) throw toSignInError(error, trouble);
    if (!(error instanceof AuthError)) throw error;
    const number = error instanceof ServerError ? (error.errorNo ?? null) : null;
    return { kind: 'refused', ...readRefusal({ error: error.errorCode, number }) };
  }
}
