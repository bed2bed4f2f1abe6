import type { ConfigProblem } from './config-error.js';
import { Secret } from './secret.js';
import type { Variables } from './variables.js';

/** How the app proves to Entra ID that it is the app. */
export type AppCredential =
  | { readonly kind: 'secret'; readonly secret: Secret }
  | {
      readonly kind: 'certificate';
      readonly certificatePath: string;
      /** The same file where it holds both. */
      readonly keyPath: string;
      readonly password: Secret | null;
    }
  /** The file is written anew all the time by whoever vouches for the workload. */
  | { readonly kind: 'federated'; readonly tokenFile: string };

/** The person whose account a password opens (`ALLOW_PASSWORD_FLOW`). */
export interface AgentSignIn {
  readonly userName: string;
  readonly password: Secret;
  /** The object id that must come out. */
  readonly userId: string;
}

export interface AzureConfig {
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: AppCredential;
  /** Origin of the sign-in service, without tenant. */
  readonly authorityHost: string;
  /** Null: nobody signs in with a password. */
  readonly agent: AgentSignIn | null;
}

type IsSet = (name: string) => boolean;

const credentials = [
  'AZURE_CLIENT_SECRET',
  'AZURE_CLIENT_CERTIFICATE_PATH',
  'AZURE_FEDERATED_TOKEN_FILE',
] as const;
const agentVariables = ['AGENT_USER_NAME', 'AGENT_PASSWORD', 'AGENT_USER_ID'] as const;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function azureRules(given: Partial<Variables>, isSet: IsSet): ConfigProblem[] {
  return [...registrationRules(isSet), ...certificateParts(isSet), ...agentRules(given, isSet)];
}

function registrationRules(isSet: IsSet): ConfigProblem[] {
  const where = isSet('GRAPH_BASE_URL')
    ? 'the app registration that GRAPH_BASE_URL knows'
    : 'your app registration (npm start fills in a rehearsal Graph when AZURE_CLIENT_ID is not set)';
  const missing = ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID'].filter((name) => !isSet(name));
  const problems = missing.map((variable) => ({
    variable,
    message: `is missing: write the value of ${where}`,
  }));
  const [first, ...others] = credentials.filter(isSet);
  if (first === undefined) {
    const message = `is missing: write the value of ${where}, or set ${credentials[1]} or ${credentials[2]} instead`;
    return [...problems, { variable: credentials[0], message }];
  }
  if (others.length === 0) return problems;
  const message = `write either this or ${others.join(', ')}, not both: the app signs in with one of them`;
  return [...problems, { variable: first, message }];
}

function certificateParts(isSet: IsSet): ConfigProblem[] {
  if (isSet('AZURE_CLIENT_CERTIFICATE_PATH')) return [];
  const message = 'needs AZURE_CLIENT_CERTIFICATE_PATH: it belongs to a certificate';
  return ['AZURE_CLIENT_CERTIFICATE_KEY_PATH', 'AZURE_CLIENT_CERTIFICATE_PASSWORD']
    .filter(isSet)
    .map((variable) => ({ variable, message }));
}

function agentRules(given: Partial<Variables>, isSet: IsSet): ConfigProblem[] {
  if (given.ALLOW_PASSWORD_FLOW === undefined) return [];
  if (!given.ALLOW_PASSWORD_FLOW) {
    if (!isSet('AGENT_PASSWORD')) return [];
    const message =
      'is not used without ALLOW_PASSWORD_FLOW=true: better remove it, and sign the agent in with a browser (docs/accounts.md)';
    return [{ variable: 'AGENT_PASSWORD', message }];
  }
  const tenant = given.AZURE_TENANT_ID;
  return [
    ...agentVariables
      .filter((name) => !isSet(name))
      .map((variable) => ({
        variable,
        message: 'is missing: ALLOW_PASSWORD_FLOW signs this person in',
      })),
    ...(tenant === undefined || guid.test(tenant)
      ? []
      : [
          {
            variable: 'AZURE_TENANT_ID',
            message:
              'write the directory (tenant) id, not a domain: with ALLOW_PASSWORD_FLOW it names the account',
          },
        ]),
  ];
}

type Registered = Variables & {
  readonly AZURE_TENANT_ID: string;
  readonly AZURE_CLIENT_ID: string;
};

/** With an empty secret where the rules have found that no credential is given. */
export function toAzure(given: Registered): AzureConfig {
  return {
    tenantId: given.AZURE_TENANT_ID,
    clientId: given.AZURE_CLIENT_ID,
    credential: toCredential(given),
    authorityHost: given.AZURE_AUTHORITY_HOST,
    agent: toAgent(given),
  };
}

function toCredential(given: Variables): AppCredential {
  const {
    AZURE_CLIENT_SECRET: secret,
    AZURE_CLIENT_CERTIFICATE_PATH: certificatePath,
    AZURE_FEDERATED_TOKEN_FILE: tokenFile,
  } = given;
  if (secret !== undefined) return { kind: 'secret', secret };
  if (certificatePath !== undefined) {
    return {
      kind: 'certificate',
      certificatePath,
      keyPath: given.AZURE_CLIENT_CERTIFICATE_KEY_PATH ?? certificatePath,
      password: given.AZURE_CLIENT_CERTIFICATE_PASSWORD ?? null,
    };
  }
  return tokenFile === undefined
    ? { kind: 'secret', secret: new Secret('') }
    : { kind: 'federated', tokenFile };
}

function toAgent(given: Variables): AgentSignIn | null {
  const { AGENT_USER_NAME: userName, AGENT_PASSWORD: password, AGENT_USER_ID: userId } = given;
  if (!given.ALLOW_PASSWORD_FLOW) return null;
  if (userName === undefined || password === undefined || userId === undefined) return null;
  return { userName, password, userId: userId.toLowerCase() };
}
