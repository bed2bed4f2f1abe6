// npm run doctor. Only builds and runs, with what the running npm start has brought up; the command itself is src/doctor.ts.
import { runEntry } from './lib/run-entry.mjs';
import { withRunningStack } from './lib/running-environment.mjs';

await runEntry('dist/src/doctor.js', withRunningStack);
