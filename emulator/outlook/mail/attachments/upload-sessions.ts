import { randomBytes } from 'node:crypto';
import type { OutlookService } from '../../outlook-service.js';
import type { NewFile } from './attachment-store.js';

/** An upload that is under way. It lives as long as the process: a restart ends it, as its expiry does. */
export interface UploadSession {
  readonly id: string;
  /** Proves, in the address, that one may upload. */
  readonly authToken: string;
  readonly mailboxId: string;
  /** `messages` or `events`, and the key of the item there. */
  readonly collection: 'messages' | 'events';
  readonly holderKey: string;
  readonly holderId: string;
  readonly file: Omit<NewFile, 'bytes'>;
  /** Bytes that the file will have. */
  readonly size: number;
  readonly pieces: Buffer[];
  received: number;
  expiresAt: number;
}

export interface UploadSessions {
  open(
    session: Omit<UploadSession, 'id' | 'authToken' | 'pieces' | 'received' | 'expiresAt'>,
  ): UploadSession;
  /** `undefined` when there is none, or its time is over. */
  find(id: string): UploadSession | undefined;
  /** Every piece gives the session its whole time again. */
  extend(session: UploadSession): void;
  end(id: string): void;
}

export function createUploadSessions(
  options: Pick<OutlookService, 'settings' | 'now' | 'newGuid'>,
): UploadSessions {
  const sessions = new Map<string, UploadSession>();
  const expiry = (): number =>
    options.now().getTime() + options.settings().uploadSessionMinutes * 60_000;
  const forgetOld = (): void => {
    for (const [id, { expiresAt }] of sessions) {
      if (expiresAt <= options.now().getTime()) sessions.delete(id);
    }
  };
  return {
    open(session) {
      forgetOld();
      const opened: UploadSession = {
        ...session,
        id: options.newGuid(),
        authToken: randomBytes(32).toString('base64url'),
        pieces: [],
        received: 0,
        expiresAt: expiry(),
      };
      sessions.set(opened.id, opened);
      return opened;
    },
    find(id) {
      forgetOld();
      return sessions.get(id);
    },
    extend(session) {
      session.expiresAt = expiry();
    },
    end: (id) => sessions.delete(id),
  };
}
