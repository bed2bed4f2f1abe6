import * as z from 'zod';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { parseAnswer } from '../parse-answer.js';

/** https://learn.microsoft.com/graph/api/resources/presence */
const presenceSchema = z.object({
  id: z.string().transform((id) => id.toLowerCase()),
  availability: z.string().nullish(),
  activity: z.string().nullish(),
  statusMessage: z
    .object({ message: z.object({ content: z.string().nullish() }).nullish() })
    .nullish(),
});

export type GraphPresence = z.infer<typeof presenceSchema>;

/** Of up to 650 people, by object id. https://learn.microsoft.com/graph/api/cloudcommunications-getpresencesbyuserid */
export async function readPresences(
  graph: Pick<GraphGateway, 'send'>,
  ids: readonly string[],
): Promise<readonly GraphPresence[]> {
  const { body } = await graph.send({
    method: 'POST',
    path: '/communications/getPresencesByUserId',
    body: { ids },
  });
  return parseAnswer(z.object({ value: z.array(presenceSchema) }), body, 'no').value;
}
