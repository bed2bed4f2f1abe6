import { z } from 'zod';
import { GraphError } from '../../domain/graph-error.js';
import { toOwnError } from '../gateway/graph-failure.js';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { parseAnswer } from '../parse-answer.js';

/** A subscription as Graph shows it; the clientState and the certificate are never shown. */
export interface GraphSubscription {
  readonly id: string;
  readonly resource: string;
  /** A comma list. */
  readonly changeType: string;
  readonly notificationUrl: string;
  /** Null where Graph does not say. */
  readonly includeResourceData: boolean | null;
  /** Null where there is none, or where Graph does not say. */
  readonly encryptionCertificateId: string | null;
  /** ms since the epoch. */
  readonly expiresAt: number;
}

export interface EncryptionCertificate {
  readonly id: string;
  /** The public part: DER in base64. */
  readonly certificate: string;
}

export interface NewSubscription {
  readonly resource: string;
  readonly changeType: string;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string;
  readonly clientState: string;
  readonly expiresAt: number;
  /** With it the changed data comes in the notification, encrypted for it. */
  readonly certificate: EncryptionCertificate | null;
}

/**
 * https://learn.microsoft.com/graph/api/resources/subscription. Every call is one request, and rejects with a GraphError;
 * null and false mean that Graph does not know the id.
 */
export interface SubscriptionClient {
  /** Graph asks both addresses to prove themselves before it answers. */
  create(wanted: NewSubscription): Promise<GraphSubscription>;
  /** All of this app registration, whoever made them. */
  list(): Promise<readonly GraphSubscription[]>;
  get(id: string): Promise<GraphSubscription | null>;
  /** Also authorizes anew; `certificate`: put in the place of the one that it had. */
  renew(
    id: string,
    until: { readonly expiresAt: number; readonly certificate: EncryptionCertificate | null },
  ): Promise<GraphSubscription | null>;
  /** Authorizes anew; the end stays. */
  reauthorize(id: string): Promise<boolean>;
  delete(id: string): Promise<boolean>;
}

const graphSubscription = z.object({
  id: z.string(),
  resource: z.string(),
  changeType: z.string(),
  notificationUrl: z.string(),
  includeResourceData: z.boolean().nullish(),
  encryptionCertificateId: z.string().nullish(),
  expirationDateTime: z.iso.datetime({ offset: true }),
});
const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });
/** A list that never ends would keep an activity for ever. */
const mostPages = 1_000;

export function createSubscriptionClient(gateway: GraphGateway): SubscriptionClient {
  return {
    async create({ certificate, expiresAt, ...wanted }) {
      const { body } = await gateway.send({
        method: 'POST',
        path: '/subscriptions',
        body: {
          ...wanted,
          expirationDateTime: new Date(expiresAt).toISOString(),
          ...(certificate !== null && { includeResourceData: true, ...toBody(certificate) }),
        },
      });
      return toSubscription(body, 'unknown');
    },

    async list() {
      const found: GraphSubscription[] = [];
      let path = '/subscriptions';
      for (let pages = 0; pages < mostPages; pages += 1) {
        const { body } = await gateway.send({ method: 'GET', path });
        const { value, '@odata.nextLink': next } = parseAnswer(page, body, 'no');
        // One that is not as documented is none of ours, and must not hide the others.
        found.push(
          ...value.flatMap((one) => graphSubscription.safeParse(one).data ?? []).map(toOwn),
        );
        if (next === undefined) return found;
        path = gateway.toPath(next);
      }
      throw toOwnError('unexpected', 'The list of subscriptions at Microsoft Graph has no end');
    },

    get: (id) =>
      orNull(async () => {
        const { body } = await gateway.send({ method: 'GET', path: pathOf(id) });
        return toSubscription(body, 'no');
      }),

    renew: (id, { expiresAt, certificate }) =>
      orNull(async () => {
        const { body } = await gateway.send({
          method: 'PATCH',
          path: pathOf(id),
          body: {
            expirationDateTime: new Date(expiresAt).toISOString(),
            ...(certificate !== null && toBody(certificate)),
          },
        });
        return toSubscription(body, 'unknown');
      }),

    async reauthorize(id) {
      const path = `${pathOf(id)}/reauthorize`;
      return (await orNull(() => gateway.send({ method: 'POST', path }))) !== null;
    },

    async delete(id) {
      return (await orNull(() => gateway.send({ method: 'DELETE', path: pathOf(id) }))) !== null;
    },
  };
}

function pathOf(id: string): string {
  return `/subscriptions/${encodeURIComponent(id)}`;
}

function toBody({ id, certificate }: EncryptionCertificate) {
  return { encryptionCertificate: certificate, encryptionCertificateId: id };
}

function toSubscription(body: unknown, applied: 'no' | 'unknown'): GraphSubscription {
  return toOwn(parseAnswer(graphSubscription, body, applied));
}

function toOwn({
  expirationDateTime,
  ...rest
}: z.output<typeof graphSubscription>): GraphSubscription {
  return {
    ...rest,
    includeResourceData: rest.includeResourceData ?? null,
    encryptionCertificateId: rest.encryptionCertificateId ?? null,
    expiresAt: Date.parse(expirationDateTime),
  };
}

async function orNull<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof GraphError && error.code === 'not_found') return null;
    throw error;
  }
}
