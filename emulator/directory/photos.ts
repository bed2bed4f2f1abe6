import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { GraphFailure } from '../graph/graph-failure.js';
import { isOwnProfile, requireAccess } from './directory-access.js';
import { directoryObjectNotFound } from './directory-failures.js';
import type { DirectoryService } from './directory-service.js';
import { findGroup } from './groups.js';
import { personOfPath } from './relations.js';

/** Nobody here has uploaded a picture. */
export function getPhotoOfPerson(service: DirectoryService, call: GraphCall): GraphAnswer {
  const person = personOfPath(service, call);
  if (!isOwnProfile(call.caller, person?.id)) requireAccess(call.caller, 'readPhotos');
  if (person === undefined) throw directoryObjectNotFound(call.segments[1] ?? '');
  throw noPicture();
}

export function getPhotoOfGroup(service: DirectoryService, call: GraphCall): GraphAnswer {
  requireAccess(call.caller, 'readGroups');
  findGroup(service, call.segments[1] ?? '');
  throw noPicture();
}

/** https://learn.microsoft.com/graph/api/profilephoto-get */
function noPicture(): GraphFailure {
  return new GraphFailure(
    404,
    'ImageNotFound',
    "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown.",
  );
}
