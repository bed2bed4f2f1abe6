import { isGrpcServiceError, type Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import type { TemporalFacts } from '../diagnosis/judge-temporal.js';
import { ourSearchAttributes } from './search-attributes.js';

const { INDEXED_VALUE_TYPE_KEYWORD: keyword } = proto.temporal.api.enums.v1.IndexedValueType;
const { TASK_QUEUE_TYPE_WORKFLOW: workflows, TASK_QUEUE_TYPE_ACTIVITY: activities } =
  proto.temporal.api.enums.v1.TaskQueueType;

type TaskQueueType = proto.temporal.api.enums.v1.TaskQueueType;

/** https://grpc.github.io/grpc/core/md_doc_statuscodes.html */
const grpc = { notFound: 5, permissionDenied: 7, unimplemented: 12 } as const;

/** How Temporal is set up for us. Only reads; rejects where it cannot be asked at all. */
export async function readTemporalFacts(
  connection: Connection,
  { namespace, taskQueue }: { readonly namespace: string; readonly taskQueue: string },
  limitMs: number,
): Promise<TemporalFacts> {
  return connection.withDeadline(Date.now() + limitMs, async () => {
    const { workflowService } = connection;
    const { serverVersion } = await workflowService.getSystemInfo({}).then(
      ({ serverVersion: version }) => ({ serverVersion: version || null }),
      // Temporal Cloud's proxies may not offer it.
      onlyFor([grpc.unimplemented, grpc.permissionDenied], { serverVersion: null }),
    );
    const isKnown = await workflowService
      .describeNamespace({ namespace })
      .then(() => true, onlyFor([grpc.notFound], false));
    if (!isKnown) return { serverVersion, namespace: null };
    const [attributes, workflowPollers, activityPollers] = await Promise.all([
      readAttributes(connection, namespace),
      countPollers(connection, { namespace, taskQueue, type: workflows }),
      countPollers(connection, { namespace, taskQueue, type: activities }),
    ]);
    return {
      serverVersion,
      namespace: { attributes, workers: Math.min(workflowPollers, activityPollers) },
    };
  });
}

/** Which of our search attributes are there as they must be; null: may not be asked. */
async function readAttributes(
  connection: Connection,
  namespace: string,
): Promise<NonNullable<TemporalFacts['namespace']>['attributes']> {
  try {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({
      namespace,
    });
    return ourSearchAttributes.map((name) => {
      const type = customAttributes?.[name];
      const state = type === keyword ? 'right' : type === undefined ? 'missing' : 'other type';
      return { name, state };
    });
  } catch (error) {
    return onlyFor([grpc.unimplemented, grpc.permissionDenied], null)(error);
  }
}

/** Workers that wait for tasks of a kind, or did within the last minutes. */
async function countPollers(
  connection: Connection,
  queue: {
    readonly namespace: string;
    readonly taskQueue: string;
    readonly type: TaskQueueType;
  },
): Promise<number> {
  const { namespace, taskQueue, type } = queue;
  const { pollers } = await connection.workflowService.describeTaskQueue({
    namespace,
    taskQueue: { name: taskQueue },
    taskQueueType: type,
  });
  return new Set((pollers ?? []).map(({ identity }) => identity)).size;
}

function onlyFor<T>(codes: readonly number[], instead: T): (error: unknown) => T {
  return (error) => {
    if (isGrpcServiceError(error) && codes.includes(error.code)) return instead;
    throw error;
  };
}

const words: ReadonlyMap<number, string> = new Map([
  [4, 'no answer in time'],
  [7, 'it does not let us in (PERMISSION_DENIED)'],
  [14, 'no connection (UNAVAILABLE)'],
  [16, 'it does not know us (UNAUTHENTICATED)'],
]);

/** Why Temporal cannot be asked, in words. */
export function describeTemporalFailure(error: unknown): string {
  if (!isGrpcServiceError(error)) return error instanceof Error ? error.message : String(error);
  if (/certificate|SSL|TLS/i.test(error.details)) {
    return 'its certificate is not trusted, or it does not speak TLS';
  }
  const refused = /ECONN\w+|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH/.exec(error.details)?.[0];
  if (refused !== undefined) return `no connection (${refused})`;
  return words.get(error.code) ?? (error.details || `gRPC status ${String(error.code)}`);
}
