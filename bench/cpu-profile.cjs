// Preloaded into a process (NODE_OPTIONS=--require) to profile it from its start to its end; Node 20 refuses --cpu-prof
// there. The folder is in BENCH_PROFILE_DIR.
const { Session } = require('node:inspector');
const { mkdirSync, writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');
const { basename, join } = require('node:path');

const folder = process.env['BENCH_PROFILE_DIR'];
if (folder !== undefined && isMainThread) {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: 500 });
  session.post('Profiler.start');
  process.once('exit', () => {
    session.post('Profiler.stop', (error, result) => {
      if (error !== null) return;
      const name = basename(process.argv[1] ?? 'node').replace(/\.\w+$/, '');
      mkdirSync(folder, { recursive: true });
      writeFileSync(
        join(folder, `${name}-${process.pid}.cpuprofile`),
        JSON.stringify(result.profile),
      );
    });
  });
}
