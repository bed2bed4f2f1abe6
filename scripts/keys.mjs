// npm run keys:create, keys:list, keys:revoke, keys:rotate. Only builds and runs; the command itself is src/keys.ts.
import { runEntry } from './lib/run-entry.mjs';

await runEntry('dist/src/keys.js');
