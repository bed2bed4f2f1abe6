import { readFileSync } from 'node:fs';

export interface NamedProcess {
  readonly name: string;
  readonly pid: number;
}

/** Linux counts in hundredths of a second, whatever the kernel's own tick is. */
const msPerTick = 10;

/** Processor time that each process has used so far (ms), by name; empty where the system has no /proc. */
export function cpuTimes(processes: readonly NamedProcess[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  if (process.platform !== 'linux') return times;
  for (const { name, pid } of processes) {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may hold anything; count from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    times.set(name, (times.get(name) ?? 0) + ticks * msPerTick);
  }
  return times;
}

/** Who used how much since, for one of `count` (µs): "server 120, Redis 7.0.15 80". */
export function cpuPerItem(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  count: number,
): string {
  const parts = [...after].map(([name, ms]) => {
    const micros = (1000 * (ms - (before.get(name) ?? 0))) / count;
    return { name, micros: Math.round(micros) };
  });
  const used = parts.filter(({ micros }) => micros > 0).sort((a, b) => b.micros - a.micros);
  return used.map(({ name, micros }) => `${name} ${micros}`).join(', ');
}
