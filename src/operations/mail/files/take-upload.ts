import { ProblemError } from '../../../domain/problem.js';
import { attachStream, requireAttachable } from '../../../graph/mail/attach-stream.js';
import type { FeatureUser } from '../../../domain/permissions/permission-need.js';
import type { GraphFor } from '../../graph-for.js';
import { toGraphProblem } from '../../graph-problem.js';
import type { UploadLinks } from './upload-links.js';

/** A file that comes by a link. */
export interface Upload {
  readonly token: string;
  readonly size: number | null;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface TakenUpload {
  readonly name: string;
  readonly size: number;
}

/** Attaches what comes by a link. ProblemError not_found for a link that is none or was used; problems of Graph. */
export type TakeUpload = (upload: Upload) => Promise<TakenUpload>;

const user: FeatureUser = { name: 'mail_create_upload_link', features: ['writeMail'] };

export function createTakeUpload(deps: {
  readonly links: Pick<UploadLinks, 'take'>;
  readonly graphFor: GraphFor;
}): TakeUpload {
  return async ({ token, size, bytes }) => {
    // Before the link is used up.
    if (size !== null) requireAttachable(size);
    const target = await deps.links.take(token);
    if (target === null) {
      throw new ProblemError(
        'not_found',
        'This link was used before, or is too old; make a new one',
      );
    }
    const { account, path, message, name, contentType } = target;
    try {
      const file = { name, contentType, size, bytes };
      const graph = deps.graphFor(account, {});
      return { name, size: await attachStream({ graph, path }, message, file) };
    } catch (error) {
      throw toGraphProblem(error, user);
    }
  };
}
