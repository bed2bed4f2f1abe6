import { TandemError, valueOf, type components, type TandemClient } from '@tandem/client';

type Schemas = components['schemas'];
export type SyncStatus = Schemas['SyncGetStatusResult'];
export type OpenApproval = Schemas['ApprovalsListResult']['approvals'][number];
export type LockedAccount = Schemas['AuthListAccountsResult']['accounts'][number];

/** What a part of the page shows. */
export type Part<Value> =
  | { readonly kind: 'known'; readonly value: Value }
  /** The caller may not see it, or it cannot be read now: a sentence for people. */
  | { readonly kind: 'unknown'; readonly why: string };

export type Overview =
  | { readonly kind: 'key wanted'; readonly wasRefused: boolean }
  | {
      readonly kind: 'overview';
      readonly sync: Part<SyncStatus>;
      readonly approvals: Part<readonly OpenApproval[]>;
      readonly accounts: Part<readonly LockedAccount[]>;
    };

/** Everything that the page shows, read at one time. */
export async function readOverview(client: TandemClient, hasKey: boolean): Promise<Overview> {
  const query = { state: 'open', limit: 10 } as const;
  try {
    const [sync, approvals, accounts] = await Promise.all([
      part(async () => valueOf(await client.GET('/api/sync/health'))),
      part(
        async () => valueOf(await client.GET('/api/approvals', { params: { query } })).approvals,
      ),
      part(async () =>
        valueOf(await client.GET('/api/tokens/health')).accounts.filter(
          ({ state }) => state === 'reauth_required',
        ),
      ),
    ]);
    return { kind: 'overview', sync, approvals, accounts };
  } catch (error) {
    if (isStatus(error, 401)) return { kind: 'key wanted', wasRefused: hasKey };
    throw error;
  }
}

async function part<Value>(read: () => Promise<Value>): Promise<Part<Value>> {
  try {
    return { kind: 'known', value: await read() };
  } catch (error) {
    if (isStatus(error, 401)) throw error;
    if (isStatus(error, 403)) return { kind: 'unknown', why: 'Your key may not see this.' };
    const why = error instanceof TandemError ? error.message : 'Tandem does not answer.';
    return { kind: 'unknown', why };
  }
}

function isStatus(error: unknown, status: number): boolean {
  return error instanceof TandemError && error.status === status;
}
