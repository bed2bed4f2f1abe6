import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type {
  OAuthClientInformationMixed,
  OAuthTokens,
} from '@modelcontextprotocol/sdk/shared/auth.js';

/** What is kept of a login between runs, for one address. */
export interface KeptLogin {
  readonly client?: OAuthClientInformationMixed;
  readonly tokens?: OAuthTokens;
}

/** A file of the person's own, which nobody else may read. */
export interface KeptLogins {
  read(): KeptLogin;
  /** Read anew before it is written: another run may have renewed the tokens. */
  change(change: (kept: KeptLogin) => KeptLogin): void;
  forget(): void;
}

export function openKeptLogin(
  url: URL,
  env: Readonly<Record<string, string | undefined>>,
): KeptLogins {
  const folder = join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'tandem-mcp');
  const name = createHash('sha256')
    .update(`${url.origin}${url.pathname}`)
    .digest('hex')
    .slice(0, 32);
  const file = join(folder, `${name}.json`);
  const read = (): KeptLogin => {
    try {
      const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
      return typeof kept === 'object' && kept !== null ? kept : {};
    } catch {
      return {};
    }
  };
  return {
    read,
    change(change) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const draft = `${file}.${randomUUID()}`;
      writeFileSync(draft, JSON.stringify(change(read())), { mode: 0o600 });
      chmodSync(draft, 0o600);
      renameSync(draft, file);
    },
    forget: () => rmSync(file, { force: true }),
  };
}
