import type { Payload, PayloadCodec } from '@temporalio/common';
import { z } from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { PayloadKeyError } from './payload-key-error.js';

/** Bytes in Protobuf's JSON: either alphabet is read, with padding or without. */
const bytes = z
  .string()
  .regex(/^[\w+/-]*={0,2}$/)
  .transform((text) => Buffer.from(text, 'base64'));
const payload = z.object({
  metadata: z.record(z.string(), bytes).nullish(),
  data: bytes.nullish(),
});
const payloadsMessage = z.object({ payloads: z.array(payload).nullish() });

interface PayloadJson {
  readonly metadata: Readonly<Record<string, string>>;
  readonly data: string;
}

export interface PayloadsJson {
  readonly payloads: readonly PayloadJson[];
}

/**
 * The codec for programs that speak JSON over HTTP: Temporal's Web UI and command line. Both ways reject with ProblemError
 * `invalid_input`. https://docs.temporal.io/codec-server
 */
export interface RemoteCodec {
  encode(message: unknown): Promise<PayloadsJson>;
  decode(message: unknown): Promise<PayloadsJson>;
}

export function createRemoteCodec(codec: PayloadCodec): RemoteCodec {
  return {
    encode: (message) => convert(message, (payloads) => codec.encode(payloads)),
    decode: (message) => convert(message, (payloads) => codec.decode(payloads)),
  };
}

async function convert(message: unknown, change: PayloadCodec['decode']): Promise<PayloadsJson> {
  const read = payloadsMessage.safeParse(message);
  if (!read.success) {
    throw new ProblemError(
      'invalid_input',
      'Send {"payloads": [{"metadata": {…}, "data": "…"}]}, the values of metadata and data in base64',
    );
  }
  try {
    const payloads = (read.data.payloads ?? []).map(({ metadata = null, data = null }) => ({
      metadata,
      data,
    }));
    return { payloads: (await change(payloads)).map(toJson) };
  } catch (error) {
    if (error instanceof PayloadKeyError) throw new ProblemError('invalid_input', error.message);
    throw error;
  }
}

function toJson({ metadata, data }: Payload): PayloadJson {
  return {
    metadata: Object.fromEntries(
      Object.entries(metadata ?? {}).map(([name, value]) => [name, toBase64(value)]),
    ),
    data: toBase64(data ?? new Uint8Array()),
  };
}

function toBase64(value: Uint8Array): string {
  return Buffer.from(value).toString('base64');
}
