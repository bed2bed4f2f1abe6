interface Entry {
  readonly id: string;
  at: number;
}

/** Ids in the order of a time that may be changed: a binary heap, so that thousands of plans cost no walk. */
export class DueQueue {
  private readonly heap: Entry[] = [];
  private readonly places = new Map<string, number>();

  get size(): number {
    return this.heap.length;
  }

  /** The id with the earliest time; undefined when there is none. */
  first(): Readonly<Entry> | undefined {
    return this.heap[0];
  }

  set(id: string, at: number): void {
    const place = this.places.get(id);
    const known = place === undefined ? undefined : this.heap[place];
    if (place === undefined || known === undefined) {
      this.heap.push({ id, at });
      this.rise(this.heap.length - 1);
      return;
    }
    known.at = at;
    this.sink(this.rise(place));
  }

  delete(id: string): void {
    const place = this.places.get(id);
    if (place === undefined) return;
    const last = this.heap.pop();
    this.places.delete(id);
    if (last === undefined || last.id === id) return;
    this.put(place, last);
    this.sink(this.rise(place));
  }

  private rise(from: number): number {
    let place = from;
    const entry = this.heap[place];
    if (entry === undefined) return place;
    for (;;) {
      const above = (place - 1) >> 1;
      const parent = this.heap[above];
      if (parent === undefined || parent.at <= entry.at) break;
      this.put(place, parent);
      place = above;
    }
    this.put(place, entry);
    return place;
  }

  private sink(from: number): void {
    let place = from;
    const entry = this.heap[place];
    if (entry === undefined) return;
    for (;;) {
      const below = this.earlier(2 * place + 1, 2 * place + 2);
      const child = this.heap[below];
      if (child === undefined || child.at >= entry.at) break;
      this.put(place, child);
      place = below;
    }
    this.put(place, entry);
  }

  private earlier(left: number, right: number): number {
    const one = this.heap[left];
    const other = this.heap[right];
    return one !== undefined && other !== undefined && other.at < one.at ? right : left;
  }

  private put(place: number, entry: Entry): void {
    this.heap[place] = entry;
    this.places.set(entry.id, place);
  }
}
