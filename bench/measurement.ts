import type { Figure } from './figure.js';
import type { Stand } from './stand/stand.js';

export interface Bench {
  readonly stand: Stand;
  /** Rounds of each comparison. */
  readonly rounds: number;
  /** A remark for the person who watches. */
  readonly say: (text: string) => void;
}

export interface Measurement {
  /** For `--only`. */
  readonly name: string;
  readonly title: string;
  run(bench: Bench): Promise<readonly Figure[]>;
}
