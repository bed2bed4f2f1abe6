import * as z from 'zod';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { parseAnswer } from '../parse-answer.js';

const applicationSchema = z.object({
  passwordCredentials: z.array(
    z.object({
      hint: z.string().nullish(),
      displayName: z.string().nullish(),
      endDateTime: z.string().nullish(),
    }),
  ),
});

/**
 * The client secrets of an app registration, without the secrets. An app may read its own without a permission; rejects with a
 * GraphError. https://learn.microsoft.com/graph/api/application-get, /graph/api/resources/passwordcredential
 */
export async function readClientSecrets(
  gateway: Pick<GraphGateway, 'send'>,
  appId: string,
): Promise<
  readonly {
    readonly hint: string | null;
    readonly displayName: string | null;
    readonly endDateTime: string | null;
  }[]
> {
  const path = `/applications(appId='${encodeURIComponent(appId)}')?$select=passwordCredentials`;
  const { body } = await gateway.send({ method: 'GET', path, lane: 'waiting' });
  return parseAnswer(applicationSchema, body, 'no').passwordCredentials.map((credential) => ({
    hint: credential.hint ?? null,
    displayName: credential.displayName ?? null,
    endDateTime: credential.endDateTime ?? null,
  }));
}
