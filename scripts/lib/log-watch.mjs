import { readLog } from './children.mjs';

/** @import { Child } from './children.mjs' */

const everyMs = 500;
const repeatMs = 60_000;
const shownLevels = new Map([
  ['warn', 'warning'],
  ['error', 'error'],
  ['fatal', 'fatal'],
]);

/**
 * Shows the warnings and errors of a child that logs JSON lines (pino); the same message at most once a minute.
 * @param {Child} child
 * @param {string} name
 * @param {(text: string) => void} show
 * @returns {() => void} stops watching
 */
export function watchLog(child, name, show) {
  let position = child.logStart;
  let rest = '';
  /** @type {Map<string, number>} */
  const shownAt = new Map();
  const look = () => {
    const text = readLog(child.logFile, position);
    position += Buffer.byteLength(text);
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const warning = warningIn(line);
      if (warning === null) continue;
      if (Date.now() - (shownAt.get(warning) ?? 0) < repeatMs) continue;
      shownAt.set(warning, Date.now());
      show(`${name}: ${warning}`);
    }
    if (child.hasExited()) clearInterval(timer);
  };
  const timer = setInterval(look, everyMs);
  return () => clearInterval(timer);
}

/**
 * @param {string} line
 * @returns {string | null}
 */
export function warningIn(line) {
  if (!line.startsWith('{')) return null;
  try {
    const { level, msg, err, path, alert } = JSON.parse(line);
    const word = shownLevels.get(level);
    if (word === undefined) return null;
    const text = alert === undefined ? msg : `${alert.message} -> ${alert.advice}`;
    const detail = err?.message ?? path;
    return `${word}: ${text}${typeof detail === 'string' ? ` (${detail})` : ''}`;
  } catch {
    return null;
  }
}
