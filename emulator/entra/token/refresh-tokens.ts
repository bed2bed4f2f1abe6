import type { EntraService } from '../entra-service.js';
import type { RefreshTokenRecord } from '../entra-state.js';
import { hashOf } from '../secret-hash.js';

const DAY_MS = 86_400_000;
const MOST_KEPT = 20_000;

/** What a new refresh token belongs to. */
export type RefreshFamily = Pick<
  RefreshTokenRecord,
  'appId' | 'personId' | 'sessionId' | 'familyId' | 'scope' | 'isSpa' | 'isConfidential'
> & {
  /** A single-page app's tokens all end with the first one. */
  readonly fixedEnd?: number;
};

export function issueRefreshToken(service: EntraService, family: RefreshFamily): string {
  const { refreshTokens } = service.state;
  const { fixedEnd, ...record } = family;
  const token = service.newSecret();
  const issuedAt = service.now().getTime();
  const lifeMs = record.isSpa ? DAY_MS : service.settings().refreshTokenDays * DAY_MS;
  if (refreshTokens.size >= MOST_KEPT) forgetOld(service, issuedAt);
  refreshTokens.put(hashOf(token), {
    ...record,
    issuedAt,
    order: service.nextOrder(),
    expiresAt: fixedEnd ?? issuedAt + lifeMs,
    isReplaced: false,
  });
  return token;
}

export function findRefreshToken(
  service: EntraService,
  token: string,
): RefreshTokenRecord | undefined {
  return service.state.refreshTokens.get(hashOf(token));
}

export function markReplaced(service: EntraService, token: string): void {
  const record = findRefreshToken(service, token);
  if (record === undefined) return;
  service.state.refreshTokens.put(hashOf(token), { ...record, isReplaced: true });
}

export function endFamily(service: EntraService, familyId: string): void {
  const { refreshTokens } = service.state;
  for (const [id, record] of refreshTokens.entries()) {
    if (record.familyId === familyId) refreshTokens.remove(id);
  }
}

/** As if nobody had used a person's refresh tokens for their whole life. Answers how many. */
export function expireRefreshTokens(service: EntraService, personId: string): number {
  const { refreshTokens } = service.state;
  const now = service.now().getTime();
  const own = [...refreshTokens.entries()].filter(([, record]) => record.personId === personId);
  for (const [id, record] of own) refreshTokens.put(id, { ...record, expiresAt: now });
  return own.length;
}

function forgetOld(service: EntraService, now: number): void {
  const { refreshTokens } = service.state;
  for (const [id, record] of refreshTokens.entries()) {
    if (record.expiresAt < now || record.isReplaced) refreshTokens.remove(id);
  }
}
