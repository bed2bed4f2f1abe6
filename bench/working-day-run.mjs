// The day of bench/working-day.ts, in a process of its own: it trusts the emulator's certificates from its start. Gets
// {boardUrl, size} from its parent, answers {say}, {report} or {error}.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const load = async () => {
  /** @type {{ module: typeof import('./working-day/simulate.js') }} */
  const { module } = await runnerImport(
    fileURLToPath(new URL('working-day/simulate.ts', import.meta.url)),
  );
  /** @type {{ module: typeof import('./stand/graph-control.js') }} */
  const control = await runnerImport(
    fileURLToPath(new URL('stand/graph-control.ts', import.meta.url)),
  );
  return { ...module, ...control.module };
};

process.on(
  'message',
  (/** @type {{ boardUrl: string, size: import('./working-day/simulate.js').DaySize }} */ work) => {
    load()
      .then(({ simulateDay, createGraphControl }) =>
        simulateDay({
          ...work.size,
          environment: process.env,
          graph: createGraphControl(work.boardUrl),
          say: (text) => process.send?.({ say: text }),
        }),
      )
      .then(
        (report) => process.send?.({ report }),
        (error) => process.send?.({ error: String(error?.stack ?? error) }),
      );
  },
);
// Whatever becomes of the bench: it does not outlive it.
process.once('disconnect', () => process.exit());
process.send?.({ ready: true });
