import * as z from 'zod';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { graphSegment } from '../graph-segment.js';
import { parseAnswer } from '../parse-answer.js';
import { taskPath, type TaskPlace } from './todo-places.js';

/** https://learn.microsoft.com/graph/api/resources/checklistitem */
export const checklistItemSchema = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  isChecked: z.boolean().nullish(),
});

/** https://learn.microsoft.com/graph/api/resources/linkedresource */
export const linkedResourceSchema = z.object({
  id: z.string(),
  webUrl: z.string().nullish(),
  applicationName: z.string().nullish(),
  displayName: z.string().nullish(),
  externalId: z.string().nullish(),
});

export type ChecklistItem = z.infer<typeof checklistItemSchema>;
export type LinkedResource = z.infer<typeof linkedResourceSchema>;

type Graph = Pick<GraphGateway, 'send'>;

/** https://learn.microsoft.com/graph/api/todotask-post-checklistitems */
export async function addChecklistItem(
  graph: Graph,
  place: TaskPlace,
  item: { readonly displayName: string; readonly isChecked?: boolean },
): Promise<ChecklistItem> {
  const path = `${taskPath(place)}/checklistItems`;
  const { body } = await graph.send({ method: 'POST', path, body: item });
  return parseAnswer(checklistItemSchema, body, 'unknown');
}

/** https://learn.microsoft.com/graph/api/checklistitem-update */
export async function updateChecklistItem(
  graph: Graph,
  place: TaskPlace & { readonly itemId: string },
  change: { readonly displayName?: string | undefined; readonly isChecked?: boolean | undefined },
): Promise<ChecklistItem> {
  const path = `${taskPath(place)}/checklistItems/${graphSegment(place.itemId)}`;
  const { body } = await graph.send({ method: 'PATCH', path, body: change });
  return parseAnswer(checklistItemSchema, body, 'unknown');
}

/** https://learn.microsoft.com/graph/api/checklistitem-delete, /graph/api/linkedresource-delete */
export async function removePart(
  graph: Graph,
  place: TaskPlace & { readonly kind: 'checklistItems' | 'linkedResources'; readonly id: string },
): Promise<void> {
  const path = `${taskPath(place)}/${place.kind}/${graphSegment(place.id)}`;
  await graph.send({ method: 'DELETE', path });
}

/** https://learn.microsoft.com/graph/api/todotask-post-linkedresources */
export async function addLinkedResource(
  graph: Graph,
  place: TaskPlace,
  link: {
    readonly webUrl: string;
    readonly displayName: string;
    readonly applicationName: string;
  },
): Promise<LinkedResource> {
  const path = `${taskPath(place)}/linkedResources`;
  const { body } = await graph.send({ method: 'POST', path, body: link });
  return parseAnswer(linkedResourceSchema, body, 'unknown');
}
