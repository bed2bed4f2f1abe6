import { readFileSync, writeFileSync } from 'node:fs';
import type { Evidence } from './evidence.js';

/** Evidence with the product's own log of it, which helps to read a history and proves nothing. */
export interface KeptEvidence extends Evidence {
  readonly syncLog: readonly string[];
}

/** As it was judged, so that it can be judged again. */
export function writeEvidence(file: string, evidence: KeptEvidence): void {
  writeFileSync(file, `${JSON.stringify(evidence, toJson)}\n`);
}

export function readEvidence(file: string): KeptEvidence {
  // Written by the function above and by nobody else.
  return JSON.parse(readFileSync(file, 'utf8'), fromJson) as KeptEvidence;
}

function toJson(_key: string, value: unknown): unknown {
  if (value instanceof Map) return { map: [...value] };
  return value === Number.POSITIVE_INFINITY ? { never: true } : value;
}

function fromJson(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('map' in value && Array.isArray(value.map)) return new Map(value.map as [unknown, unknown][]);
  return 'never' in value ? Number.POSITIVE_INFINITY : value;
}
