import type { Caller } from '../entra/caller.js';
import type { GraphVersion } from './route.js';

/** One request to Graph, alone or as part of a `$batch`. */
export interface GraphCall {
  readonly method: string;
  /** Without version, decoded: ['planner', 'tasks', '<id>']. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  header(name: string): string | undefined;
  /** Parsed JSON; `undefined` without a body. */
  readonly body: unknown;
  readonly caller: Caller;
  /** Origin and version for links and contexts: https://localhost:8443/v1.0 */
  readonly root: string;
}

export interface GraphAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON text, so that listings can join rows that were serialised once. */
  readonly body?: string;
  /** An answer that is no JSON: the `$value` of something. */
  readonly bytes?: Uint8Array;
}

/** Whether the caller asked for the changed object (`Prefer: return=representation`). */
export function wantsRepresentation(call: GraphCall): boolean {
  return /(^|,)\s*return\s*=\s*representation\s*(,|;|$)/i.test(call.header('prefer') ?? '');
}

/** A request to Graph as it comes over HTTP. */
export interface HttpCall {
  readonly method: string;
  readonly version: GraphVersion;
  /** Below the version, with query. */
  readonly url: string;
  header(name: string): string | undefined;
  readonly text: string;
  /** Origin and version that the client used. */
  readonly root: string;
}
