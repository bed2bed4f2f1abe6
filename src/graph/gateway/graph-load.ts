/** What is asked of Graph at present, over all replicas. */
export interface GraphLoad {
  /** Requests of the last minute as Graph counts them: each item of a batch is one. */
  readonly usedPerMinute: number;
  /** Null: no limit is set. */
  readonly budgetPerMinute: number | null;
  /** 0: free; 1: nothing more may be sent at present. */
  readonly pressure: number;
}

export function toLoad(usedPerMinute: number, budgetPerMinute: number | null): GraphLoad {
  const pressure = budgetPerMinute === null ? 0 : Math.min(1, usedPerMinute / budgetPerMinute);
  return { usedPerMinute, budgetPerMinute, pressure };
}
