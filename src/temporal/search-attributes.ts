import type { Connection } from '@temporalio/client';
import { defineSearchAttributeKey } from '@temporalio/common';
import proto from '@temporalio/proto';

/** Plain text in Temporal's visibility store, so ids only, never a task's text. */
export const planIdAttribute = defineSearchAttributeKey('TandemPlanId', 'KEYWORD');
export const namespaceAttribute = defineSearchAttributeKey('TandemNamespace', 'KEYWORD');
/** Those that a namespace must have, all of the type Keyword. */
export const ourSearchAttributes = [planIdAttribute.name, namespaceAttribute.name];

const { INDEXED_VALUE_TYPE_KEYWORD: keyword } = proto.temporal.api.enums.v1.IndexedValueType;
/** gRPC's ALREADY_EXISTS. */
const alreadyExists = 6;

/** Registers our search attributes. On Temporal Cloud the account's own tools do that, and the call is refused. */
export async function registerSearchAttributes(
  connection: Connection,
  namespace: string,
): Promise<void> {
  try {
    await connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: { [planIdAttribute.name]: keyword, [namespaceAttribute.name]: keyword },
    });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === alreadyExists)) throw error;
  }
}
