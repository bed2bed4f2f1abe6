import { randomInt } from 'node:crypto';
import type { EntraService } from '../entra-service.js';
import type { DeviceCodeRecord } from '../entra-state.js';
import { hashOf } from '../secret-hash.js';

/** Letters and digits that nobody confuses. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const USER_CODE_LENGTH = 9;

/** A sign-in that begins on one device and is finished in a browser elsewhere. */
export function beginDeviceSignIn(
  service: EntraService,
  wanted: { readonly appId: string; readonly scope: string },
): { readonly deviceCode: string; readonly userCode: string; readonly expiresIn: number } {
  const deviceCode = service.newSecret();
  const userCode = newUserCode();
  const issuedAt = service.now().getTime();
  const expiresIn = service.settings().deviceCodeSeconds;
  forgetOld(service, issuedAt);
  service.state.deviceCodes.put(hashOf(deviceCode), {
    ...wanted,
    userCode,
    issuedAt,
    expiresAt: issuedAt + expiresIn * 1000,
    lastPollAt: 0,
    state: 'pending',
    sessionId: null,
  });
  return { deviceCode, userCode, expiresIn };
}

/** The pending sign-in of a code that somebody typed: any case, with or without spaces and hyphens. */
export function pendingDeviceSignIn(
  service: EntraService,
  typed: string,
): { readonly id: string; readonly record: DeviceCodeRecord } | undefined {
  const userCode = typed.replace(/[\s-]/g, '').toUpperCase();
  const now = service.now().getTime();
  for (const [id, record] of service.state.deviceCodes.entries()) {
    const isPending = record.state === 'pending' && record.expiresAt > now;
    if (isPending && record.userCode === userCode) return { id, record };
  }
  return undefined;
}

/** `id` as `pendingDeviceSignIn` gave it. */
export function endDeviceSignIn(
  service: EntraService,
  id: string,
  outcome: { readonly state: 'approved' | 'declined'; readonly sessionId: string | null },
): void {
  const record = service.state.deviceCodes.get(id);
  if (record?.state === 'pending') service.state.deviceCodes.put(id, { ...record, ...outcome });
}

function newUserCode(): string {
  return Array.from({ length: USER_CODE_LENGTH }, () =>
    ALPHABET.charAt(randomInt(ALPHABET.length)),
  ).join('');
}

/** Expired ones are told apart from unknown ones for a day. */
function forgetOld(service: EntraService, now: number): void {
  for (const [id, { expiresAt }] of service.state.deviceCodes.entries()) {
    if (expiresAt < now - 86_400_000) service.state.deviceCodes.remove(id);
  }
}
