/** One request to an endpoint of Entra ID. Never holds a code, a token or a password. */
export interface LoggedSignIn {
  readonly seq: number;
  readonly at: string;
  readonly endpoint: 'authorize' | 'token' | 'devicecode';
  /** As the client wrote it; null at the other endpoints. */
  readonly grantType: string | null;
  readonly clientId: string | null;
  readonly personId: string | null;
  readonly status: number;
  readonly error: string | null;
  readonly number: number | null;
  readonly correlationId: string;
}

export interface SignInLog {
  add(entry: Omit<LoggedSignIn, 'seq'>): void;
  /** Oldest first, after `since`. */
  read(since: number): readonly LoggedSignIn[];
  clear(): void;
}

const CAPACITY = 10_000;

export function createSignInLog(): SignInLog {
  let entries: LoggedSignIn[] = [];
  let lastSeq = 0;
  return {
    add(entry) {
      lastSeq += 1;
      entries.push({ seq: lastSeq, ...entry });
      if (entries.length > 2 * CAPACITY) entries = entries.slice(-CAPACITY);
    },
    read: (since) => entries.filter(({ seq }) => seq > since),
    clear() {
      entries = [];
    },
  };
}
