import * as z from 'zod';
import type { GraphError } from '../domain/graph-error.js';
import { failure, ok, warning, type Judgement } from './finding.js';
import type { HttpProbe } from './probe-http.js';

const documentSchema = z.object({ issuer: z.string(), token_endpoint: z.string() });
const refusalSchema = z.object({ error: z.string() });

/** `probe`: of the OpenID configuration. https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc */
export function judgeAuthority(authority: string, probe: HttpProbe): Judgement {
  if (probe.kind === 'silent') {
    return failure(
      `Microsoft Entra ID at ${authority} cannot be reached: ${probe.reason}`,
      adviceFor(probe.reason, 'AZURE_AUTHORITY_HOST'),
    );
  }
  const body = parseJson(probe.text);
  if (probe.status === 200 && documentSchema.safeParse(body).success) {
    return ok(`Microsoft Entra ID answers at ${authority}`);
  }
  if (probe.status === 400 && refusalSchema.safeParse(body).success) {
    return failure(
      `Microsoft Entra ID at ${authority} knows no such tenant`,
      'Copy AZURE_TENANT_ID, the directory (tenant) id, from the overview page of the app registration.',
    );
  }
  if (probe.status === 429 || probe.status >= 500) {
    return warning(
      `Microsoft Entra ID answers ${probe.status} at the moment`,
      'Run it again in some minutes; if it stays so, look at the service health of Microsoft Entra.',
    );
  }
  return failure(
    `What answers at ${authority} is not Microsoft Entra ID (status ${probe.status})`,
    'Put right AZURE_AUTHORITY_HOST, or let the proxy between pass the answer on as it is.',
  );
}

/** `probe`: of the root of Graph, without a token. Every answer of Graph's carries its `request-id`. */
export function judgeGraph(origin: string, probe: HttpProbe): Judgement {
  if (probe.kind === 'silent') {
    return failure(
      `Microsoft Graph at ${origin} cannot be reached: ${probe.reason}`,
      adviceFor(probe.reason, 'GRAPH_BASE_URL'),
    );
  }
  if (probe.header('request-id') === null) {
    return failure(
      `What answers at ${origin} is not Microsoft Graph (status ${probe.status})`,
      'Put right GRAPH_BASE_URL, or let the proxy between pass the answer on as it is.',
    );
  }
  if (probe.status === 429 || probe.status >= 500) {
    return warning(
      `Microsoft Graph answers ${probe.status} at the moment`,
      'Nothing to do unless it lasts: then look at the service health of Microsoft 365.',
    );
  }
  return ok(`Microsoft Graph answers at ${origin}`);
}

function adviceFor(reason: string, variable: string): string {
  return /certificate/.test(reason)
    ? `Name the authority of its certificate in NODE_EXTRA_CA_CERTS, or put right ${variable}.`
    : `Check ${variable}, the network, and what firewall and proxy let through.`;
}

/** `refusal`: null where the app was signed in. */
export function judgeSignIn(appId: string, refusal: GraphError | null): Judgement {
  if (refusal === null) return ok(`The app ${appId} signs in`);
  const { code, message, advice } = refusal;
  return code === 'throttled' ? warning(message, advice) : failure(message, advice);
}

/** `halted`: how many accounts of people are of no use until somebody signs in again. */
export function judgeAccounts(halted: number): Judgement {
  if (halted === 0) return ok('No account waits for somebody to sign in again');
  return warning(
    `${halted === 1 ? '1 account waits' : `${halted} accounts wait`} for somebody to sign in again`,
    'Let whoever signed in do it again (auth_list_accounts names the accounts, auth_start_login begins).',
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
