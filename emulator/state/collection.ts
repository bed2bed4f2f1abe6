/** Records of one kind by id, in the order of their creation. Records are never changed in place: `put` replaces. */
export interface Collection<T> {
  readonly name: string;
  get(id: string): T | undefined;
  values(): IterableIterator<T>;
  entries(): IterableIterator<[string, T]>;
  readonly size: number;
  put(id: string, record: T): void;
  remove(id: string): void;
  /** Called after every change with the record before and after it. */
  observe(observer: CollectionObserver<T>): void;
}

type CollectionObserver<T> = (id: string, before: T | undefined, after: T | undefined) => void;

export function createCollection<T>(name: string): Collection<T> {
  const records = new Map<string, T>();
  const observers: CollectionObserver<T>[] = [];
  const tell: CollectionObserver<T> = (id, before, after) => {
    for (const observer of observers) observer(id, before, after);
  };
  return {
    name,
    get: (id) => records.get(id),
    values: () => records.values(),
    entries: () => records.entries(),
    get size() {
      return records.size;
    },
    put(id, record) {
      const before = records.get(id);
      records.set(id, record);
      tell(id, before, record);
    },
    remove(id) {
      const before = records.get(id);
      if (before === undefined) return;
      records.delete(id);
      tell(id, before, undefined);
    },
    observe: (observer) => observers.push(observer),
  };
}
