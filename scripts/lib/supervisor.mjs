import { lastLines, readLog } from './children.mjs';

/** @import { Child } from './children.mjs' */
/** @import { Lock } from './lock.mjs' */
/** @import { Progress } from './progress.mjs' */

/**
 * What happens when a child ends by itself: `restart` starts it anew, without it everything ends.
 * @typedef {object} Care
 * @property {number} graceMs how long it may take to end when asked
 * @property {() => Promise<Child>} [restart]
 */

/**
 * @typedef {object} Supervisor
 * @property {(name: string, child: Child) => void} started at once after a start, so that the lock knows the child
 * @property {(name: string, child: Child, care: Care) => void} watch
 * @property {(longestGraceMs?: number) => Promise<void>} stop everything in order; also what is just being started
 */

const longestPauseMs = 30_000;
const longLifeMs = 60_000;

/**
 * @param {object} options
 * @param {Lock} options.lock
 * @param {Progress} options.progress
 * @param {readonly string[]} options.stopOrder names
 * @param {(reason: string) => void} options.onFatal a child that cannot be done without has ended
 * @returns {Supervisor}
 */
export function createSupervisor({ lock, progress, stopOrder, onFatal }) {
  /** @type {Map<string, { child: Child, graceMs: number }>} */
  const running = new Map();
  /** @type {Set<NodeJS.Timeout>} */
  const pauses = new Set();
  let isStopping = false;

  /**
   * @param {string} name
   * @param {Child} child
   */
  function started(name, child) {
    lock.addChild(name, child.identity);
    running.set(name, { child, graceMs: 10_000 });
    if (isStopping) void child.stop(5000);
  }

  /**
   * @param {string} name
   * @param {Child} child
   * @param {Care} care
   */
  function watch(name, child, care) {
    running.set(name, { child, graceMs: care.graceMs });
    void attend(name, child, { care, pauseMs: 1000 });
  }

  /**
   * @param {string} name
   * @param {Child} child
   * @param {{ care: Care, pauseMs: number }} plan
   */
  async function attend(name, child, { care, pauseMs }) {
    const since = Date.now();
    const how = await child.exited;
    if (isStopping) return;
    lock.removeChild(name);
    running.delete(name);
    const end = lastLines(readLog(child.logFile, child.logStart), 12);
    const what = `${name} ended by itself, ${how}. The end of ${child.logFile}:\n${end}`;
    const restart = care.restart;
    if (restart === undefined) return onFatal(what);
    const pause = Date.now() - since > longLifeMs ? 1000 : pauseMs;
    progress.warn(`${what}\n    It is started again in ${pause / 1000} s.`);
    const timer = setTimeout(() => {
      pauses.delete(timer);
      const next = { care, pauseMs: Math.min(pause * 2, longestPauseMs) };
      restart().then(
        (again) => void attend(name, again, next),
        (error) => isStopping || onFatal(`${name} could not be started again: ${error.message}`),
      );
    }, pause);
    pauses.add(timer);
  }

  return {
    started,
    watch,
    async stop(longestGraceMs = Infinity) {
      isStopping = true;
      for (const timer of pauses) clearTimeout(timer);
      for (const name of stopOrder) {
        const entry = running.get(name);
        if (entry === undefined) continue;
        await entry.child.stop(Math.min(entry.graceMs, longestGraceMs));
        lock.removeChild(name);
      }
    },
  };
}
