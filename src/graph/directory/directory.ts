import * as z from 'zod';
import type { MetadataEntity } from '../../domain/metadata.js';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { filterText, graphSegment } from '../graph-segment.js';
import { createReadAnswer } from '../planner/read-answer.js';
import { directoryId, userProperties } from './user-properties.js';

/** What tells people apart. */
export interface DirectoryPerson extends MetadataEntity {
  readonly displayName?: string | null | undefined;
  readonly mail?: string | null | undefined;
  readonly userPrincipalName?: string | null | undefined;
  readonly jobTitle?: string | null | undefined;
  readonly department?: string | null | undefined;
}

export interface PeopleFound {
  readonly people: readonly DirectoryPerson[];
  /** False: Graph knows more than it answered. */
  readonly isComplete: boolean;
}

/**
 * People and groups of the tenant, one request each, in the lane of those who wait. Needs User.ReadBasic.All and
 * Group.ReadBasic.All. Every failure is a GraphError.
 */
export interface Directory {
  getUser(id: string): Promise<DirectoryPerson>;
  getGroup(id: string): Promise<MetadataEntity>;
  /** Everybody with this mail address or sign-in name. */
  findByAddress(address: string): Promise<PeopleFound>;
  /** Everybody of exactly this display name; Graph compares without regard to case. */
  findByName(name: string): Promise<PeopleFound>;
  /** Everybody of whom a name, mail or sign-in name begins like it, or whose surname begins like its last word. */
  findSimilar(name: string): Promise<PeopleFound>;
}

const text = z.string().nullish().catch(undefined);
const texts = z.array(z.string()).nullish().catch(undefined);

const userShape = {
  ...userProperties,
  accountEnabled: z.boolean().nullish().catch(undefined),
  userType: text,
};
const user = z.object(userShape);

/** All of it comes without being selected: https://learn.microsoft.com/graph/api/resources/group */
const group = z.object({
  id: directoryId,
  displayName: text,
  description: text,
  mail: text,
  mailNickname: text,
  visibility: text,
  groupTypes: texts,
  resourceProvisioningOptions: texts,
  createdDateTime: text,
});

const userPage = z.object({ value: z.array(user), '@odata.nextLink': z.string().nullish() });
const userSelect = `$select=${Object.keys(userShape).join(',')}`;

/** More than this many that begin alike say that the name is too short to mean somebody. */
const mostSimilar = 50;

export function createDirectory(gateway: Pick<GraphGateway, 'send'>): Directory {
  const read = createReadAnswer(gateway, 'waiting');
  const find = async (conditions: readonly string[]): Promise<PeopleFound> => {
    const filter = conditions.join('%20or%20');
    const path = `/users?$filter=${filter}&${userSelect}&$top=${mostSimilar}`;
    const page = await read(path, userPage);
    return { people: page.value, isComplete: page['@odata.nextLink'] == null };
  };
  return {
    getUser: (wanted) => read(`/users/${graphSegment(wanted)}?${userSelect}`, user),
    getGroup: (wanted) => read(`/groups/${graphSegment(wanted)}`, group),
    findByAddress: (address) =>
      find(['mail', 'userPrincipalName'].map((property) => equals(property, address))),
    findByName: (name) => find([equals('displayName', name)]),
    findSimilar: (name) => {
      const beginnings = [
        'displayName',
        'givenName',
        'surname',
        'mail',
        'userPrincipalName',
      ] as const;
      const words = name.split(' ');
      const [firstWord = name] = words;
      const lastWord = words.at(-1) ?? name;
      const more =
        words.length === 1
          ? []
          : [beginsWith('givenName', firstWord), beginsWith('surname', lastWord)];
      return find([...beginnings.map((property) => beginsWith(property, name)), ...more]);
    },
  };
}

function equals(property: string, value: string): string {
  return `${property}%20eq%20${filterText(value)}`;
}

function beginsWith(property: string, value: string): string {
  return `startswith(${property},${filterText(value)})`;
}
