// npm run backup. Only builds and runs; the command itself is src/backup.ts.
import { runEntry } from './lib/run-entry.mjs';

await runEntry('dist/src/backup.js');
