// Run as its own process: lets the Temporal SDK download its development server into the folder given as argument.
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [, , downloadDir = '.'] = process.argv;
const server = await TestWorkflowEnvironment.createLocal({
  server: { executable: { type: 'cached-download', downloadDir, ttl: '10 years' } },
});
await server.teardown();
