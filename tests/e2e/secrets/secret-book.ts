import { existsSync, readFileSync } from 'node:fs';

/** What must not be found, by what it is. */
export interface SecretBook {
  add(kind: string, value: unknown): void;
  /** What the processes have exchanged with Entra ID. */
  addExchanges(file: string): void;
  readonly kinds: ReadonlySet<string>;
  /** Kinds of the secrets that stand in a text, as they are or in another spelling. */
  foundIn(text: string): readonly string[];
}

/** Parameters of requests and members of answers of Microsoft that nobody else may know. */
const secretFields: ReadonlySet<string> = new Set([
  'client_secret',
  'client_assertion',
  'code',
  'code_verifier',
  'password',
  'assertion',
  'refresh_token',
  'access_token',
  'id_token',
  'device_code',
  // Whoever has it can write there: https://learn.microsoft.com/graph/api/attachment-createuploadsession
  'uploadUrl',
]);

/** Every signed JSON Web Token, whoever has made it. */
const anyJwt = /eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/;
const shortest = 8;

export function createSecretBook(): SecretBook {
  const known = new Map<string, string>();
  const kinds = new Set<string>();

  const add = (kind: string, value: unknown): void => {
    if (typeof value !== 'string' || value.length < shortest) return;
    kinds.add(kind);
    for (const spelling of spellingsOf(value)) known.set(spelling, kind);
  };

  return {
    add,
    kinds,
    addExchanges(file) {
      if (!existsSync(file)) return;
      for (const line of readFileSync(file, 'utf8').split('\n')) {
        if (line === '') continue;
        const { sent, answered } = JSON.parse(line) as { sent: string; answered: string };
        for (const [name, value] of new URLSearchParams(sent)) {
          if (secretFields.has(name)) add(`sent ${name}`, value);
        }
        for (const [name, value] of Object.entries(Object(fromJson(answered)))) {
          if (secretFields.has(name)) add(`answered ${name}`, value);
        }
      }
    },
    foundIn(text) {
      const found = [...known].filter(([value]) => text.includes(value)).map(([, kind]) => kind);
      return [...new Set(anyJwt.test(text) ? [...found, 'a JSON Web Token'] : found)];
    },
  };
}

/** As a log, an address, a form or a key would write it. */
function spellingsOf(value: string): ReadonlySet<string> {
  const bytes = Buffer.from(value);
  return new Set([
    value,
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
    bytes.toString('hex'),
    // Wherever it stands in what was encoded: without the ends, which depend on what is beside it.
    ...[0, 1, 2].flatMap((shift) => {
      const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
      const inner = encoded.slice(shift === 0 ? 0 : 4, -4);
      return inner.length < shortest
        ? []
        : [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
    }),
  ]);
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
