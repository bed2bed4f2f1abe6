// npm run demo: an agent's view of a running Tandem. Only builds and runs; the demo itself is src/demo.ts.
import { runEntry } from './lib/run-entry.mjs';

await runEntry('dist/src/demo.js');
