import { failure, ok, skipped, warning, type Judgement } from './finding.js';
import type { HttpProbe } from './probe-http.js';

/** A problem of the configuration: what is wrong with a variable, and what to write instead, stand in one message. */
export function judgeProblem(variable: string, message: string): Judgement {
  const [, flaw, remedy] = /^((?:is|has) [^:]+): (.+)$/s.exec(message) ?? [];
  return flaw === undefined || remedy === undefined
    ? failure(`${variable} cannot be used as it is`, `${variable}: ${message}`)
    : failure(`${variable} ${flaw}`, `${variable}: ${remedy}`);
}

const oldestNode = [20, 19] as const;

/** `version` as in `process.versions.node`. */
export function judgeNode(version: string): Judgement {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOldEnough = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  if (isOldEnough) return ok(`Node.js ${version}`);
  return failure(
    `Node.js ${version} is too old`,
    `Install Node.js ${oldestNode.join('.')} or newer: https://nodejs.org`,
  );
}

export type FolderFacts =
  | { readonly kind: 'writable' }
  /** Where it is to be made can be written. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly reason: string };

export function judgeDataFolder(path: string, facts: FolderFacts): Judgement {
  switch (facts.kind) {
    case 'writable':
      return ok(`${path} can be written`);
    case 'absent':
      return ok(`${path} does not exist yet and can be made`);
    case 'refused':
      return failure(
        `${path} cannot be written: ${facts.reason}`,
        'Give the user of this process the right to write there, or set TANDEM_DATA_DIR to another folder.',
      );
  }
}

/** `probe`: of `/health/live` at the configured place; null: port 0 is any free one. */
export function judgePort(place: string, probe: HttpProbe | null): Judgement {
  if (probe === null) return skipped('PORT is 0: the server takes a free one at its start');
  if (probe.kind === 'silent') {
    return probe.reason.includes('ECONNREFUSED')
      ? ok(`${place} is free: no server runs here now`)
      : warning(
          `${place} is taken, but does not answer: ${probe.reason}`,
          'See what listens there; if it is Tandem, its log says what holds it up.',
        );
  }
  if (probe.status === 200 && /^\{"status":"\w+","reasons":\[/.test(probe.text)) {
    return ok(`Tandem answers at ${place}`);
  }
  return failure(
    `${place} is taken by another program`,
    'End that program, or set PORT to a free port.',
  );
}

/** Where the keys come from that seal tokens, or what Temporal is given. */
export type KeyFacts =
  | {
      readonly kind: 'known';
      readonly source: 'configuration' | 'data folder';
      /** The current one first. */
      readonly ids: readonly string[];
    }
  /** None is configured, and none was made yet. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'unusable'; readonly reason: string };

export function judgeKeys(what: string, variable: string, facts: KeyFacts): Judgement {
  switch (facts.kind) {
    case 'known': {
      const [current = '', ...older] = facts.ids;
      const rest = older.length === 0 ? '' : `; ${older.join(', ')} still open what they sealed`;
      const place =
        facts.source === 'configuration' ? '' : ' of the data folder, which is for one machine';
      return ok(`${what} are sealed with the key ${current}${place}${rest}`);
    }
    case 'absent':
      return ok(`A key for ${what.toLowerCase()} is made in the data folder at the first start`);
    case 'unusable':
      return failure(
        facts.reason,
        `Put the right file back, or set ${variable}; what an unknown key has sealed cannot be read.`,
      );
  }
}
