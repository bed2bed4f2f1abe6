import { isGuid } from '../../domain/guid.js';
import type { GraphGateway } from '../../graph/gateway/graph-gateway.js';
import { findGroups, readGroup } from '../../graph/people/groups.js';
import { requireOne } from '../names/require-one.js';
import { toGroup, type GroupRow } from './groups-schemas.js';

/** A group by name, mail address or id. ProblemError invalid_input with candidates; GraphErrors. */
export async function requireGroup(
  graph: Pick<GraphGateway, 'send'>,
  wanted: string,
  field = 'group',
): Promise<GroupRow> {
  if (isGuid(wanted)) return toGroup(await readGroup(graph, wanted));
  const words = wanted.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  const found = (await findGroups(graph, words)).map(toGroup);
  const similar = found.length > 0 ? found : await findSimilar(graph, words);
  const named = similar.map((group) => ({
    id: group.id,
    name: group.name,
    ...(group.mail !== undefined && { mail: group.mail, also: [group.mail] }),
    group,
  }));
  return requireOne(named, words, { field, thing: 'group' }).group;
}

/** Nothing begins like it: what begins like its first letters may have been meant. */
async function findSimilar(
  graph: Pick<GraphGateway, 'send'>,
  words: string,
): Promise<readonly GroupRow[]> {
  return (await findGroups(graph, words.slice(0, 2))).map(toGroup);
}
