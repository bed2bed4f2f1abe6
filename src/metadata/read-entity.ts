import type { MetadataEntity } from '../domain/metadata.js';
import { createDirectory, type Directory } from '../graph/directory/directory.js';
import { toOwnError } from '../graph/gateway/graph-failure.js';
import type { GraphGateway } from '../graph/gateway/graph-gateway.js';
import { createPlannerMetadata } from '../graph/planner/planner-metadata.js';
import { isAddress, type Wanted } from './wanted.js';

/** Asks Graph; every failure is a GraphError. */
export type ReadEntity = (wanted: Wanted) => Promise<MetadataEntity>;

export function createReadEntity(gateway: Pick<GraphGateway, 'send' | 'toPath'>): ReadEntity {
  const directory = createDirectory(gateway);
  const planner = createPlannerMetadata(gateway);
  return ({ kind, id }) => {
    switch (kind) {
      case 'users':
        return isAddress(id) ? byAddress(directory, id) : directory.getUser(id);
      case 'groups':
        return directory.getGroup(id);
      case 'plans':
        return planner.getPlan(id);
      case 'tasks':
        return planner.getTask(id);
      case 'buckets':
        return planner.getBucket(id);
    }
  };
}

/** Sign-in names are unique in a tenant; mail addresses are meant to be. */
async function byAddress(directory: Directory, address: string): Promise<MetadataEntity> {
  const { people } = await directory.findByAddress(address);
  const signsIn = people.find((person) => person.userPrincipalName?.toLowerCase() === address);
  const found = signsIn ?? (people.length === 1 ? people[0] : undefined);
  if (found !== undefined) return found;
  throw toOwnError(
    'not_found',
    people.length === 0
      ? 'Microsoft Graph knows nobody with this address'
      : 'Several people have this mail address',
  );
}
