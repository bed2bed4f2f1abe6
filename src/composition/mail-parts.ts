import type { Redis } from 'ioredis';
import type { Vault } from '../accounts/vault/vault.js';
import type { Config } from '../config/config.js';
import { createAttachmentSource } from '../operations/mail/files/attachment-source.js';
import type { MailFiles } from '../operations/mail/files/mail-files.js';
import { createUploadLinks } from '../operations/mail/files/upload-links.js';
import type { Keys } from '../tasks/keys.js';

/** How files come to messages. `ownBaseUrl`: where the server listens. */
export function composeMailFiles(deps: {
  readonly config: Config;
  readonly redis: Redis;
  readonly keys: Keys;
  readonly vault: Vault;
  readonly ownBaseUrl: () => string;
}): MailFiles {
  const { config, redis, keys, vault, ownBaseUrl } = deps;
  const baseUrl = (): string => config.webhook.publicBaseUrl ?? ownBaseUrl();
  return {
    links: createUploadLinks({ redis, keys, vault, baseUrl, now: Date.now }),
    source: createAttachmentSource({
      origins: config.mail.attachmentOrigins,
      // In production an allowed origin may not mean this machine either.
      allowLoopback: config.logins.allowsLoopback,
    }),
    baseUrl,
  };
}
