import type { TaskDetailsRecord, TaskRecord } from '../records.js';
import { taskDetailsToWire, taskToWire } from './entities.js';

/** JSON text of records. A record never changes, so its text is made once: listing thousands of tasks stays quick. */
export interface RowCache {
  task(record: TaskRecord): string;
  details(record: TaskDetailsRecord): string;
}

export function createRowCache(): RowCache {
  const texts = new WeakMap<object, string>();
  const remember = <T extends object>(record: T, toWire: (record: T) => object): string => {
    const known = texts.get(record);
    if (known !== undefined) return known;
    const text = JSON.stringify(toWire(record));
    texts.set(record, text);
    return text;
  };
  return {
    task: (record) => remember(record, taskToWire),
    details: (record) => remember(record, taskDetailsToWire),
  };
}
