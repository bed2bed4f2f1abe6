import { createHash, randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { createPlannerIdSource } from '../planner/planner-ids.js';

/** Ids and secrets for the first content of a data folder: the same folder always gives the same ones. */
export interface SeededIds {
  guid(name: string): string;
  secret(name: string): string;
  plannerId(name: string): string;
}

export function createSeededIds(dataDir: string | undefined): SeededIds {
  const seed = dataDir === undefined ? randomBytes(16).toString('hex') : resolve(dataDir);
  const bytes = (name: string): Buffer => createHash('sha256').update(`${seed}\n${name}`).digest();
  return {
    guid: (name) => {
      const hex = bytes(`guid ${name}`).toString('hex');
      const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    },
    secret: (name) => bytes(`secret ${name}`).toString('base64url'),
    plannerId: (name) => createPlannerIdSource((target) => bytes(`planner ${name}`).copy(target))(),
  };
}
