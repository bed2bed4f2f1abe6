// npm run restore. Only builds and runs; the command itself is src/restore.ts.
import { runEntry } from './lib/run-entry.mjs';

await runEntry('dist/src/restore.js');
