/**
 * @typedef {object} Step
 * @property {(text: string) => void} update what is being done, when it takes long
 * @property {(text: string) => void} done what there is now, and where
 * @property {(text: string) => void} fail
 */

/**
 * @typedef {object} Progress
 * @property {(title: string) => Step} step
 * @property {(text: string) => void} warn
 * @property {(text: string) => void} say
 */

const titleWidth = 13;
const textWidth = 72;

/**
 * One line for each thing that is brought up: what, where, how long.
 * @param {{ write: (text: string) => unknown }} output
 * @param {{ now?: () => number }} [options]
 * @returns {Progress}
 */
export function createProgress(output, { now = Date.now } = {}) {
  /** @param {string} text */
  const say = (text) => {
    output.write(`${text}\n`);
  };
  return {
    say,
    warn: (text) => say(`  ! ${text}`),
    step(title) {
      const started = now();
      /**
       * @param {string} sign
       * @param {string} text
       */
      const end = (sign, text) =>
        say(
          `  ${sign} ${title.padEnd(titleWidth)} ${text.padEnd(textWidth)} ${duration(now() - started)}`,
        );
      return {
        update: (text) => say(`  … ${title.padEnd(titleWidth)} ${text}`),
        done: (text) => end('✓', text),
        fail: (text) => end('✗', text),
      };
    },
  };
}

/**
 * @param {number} ms
 * @returns {string}
 */
export function duration(ms) {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1).padStart(5)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}
