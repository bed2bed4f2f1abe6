import { z } from 'zod';
import type { FilesService } from '../../files/files-service.js';
import { ensureDrive, saveItem } from '../../files/files-store.js';
import { action, type PersonActions } from './person-action.js';

/** What people do with their files. */
export function createFileActions(service: FilesService): PersonActions {
  return {
    saveFile: action(
      z.strictObject({
        path: z.string().min(1),
        text: z.string().default(''),
        /** Instead of a text. */
        base64: z.base64().optional(),
        mimeType: z.string().default('text/plain'),
      }),
      (person, { path, text, base64, mimeType }) => {
        const drive = ensureDrive(service, { kind: 'person', id: person.id });
        const data = base64 ?? Buffer.from(text).toString('base64');
        const content = { kind: 'bytes', mimeType, base64: data } as const;
        const saved = saveItem(service, drive, {
          path,
          byId: person.id,
          at: service.now(),
          content,
        });
        return { id: saved.id };
      },
    ),
  };
}
