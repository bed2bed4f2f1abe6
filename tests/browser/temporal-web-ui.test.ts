import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { projectRoot } from '../../scripts/lib/build.mjs';
import type { Child } from '../../scripts/lib/children.mjs';
import { createPortBook } from '../../scripts/lib/ports.mjs';
import { ensureTemporalCli } from '../../scripts/lib/temporal-cli.mjs';
import { startTemporal } from '../../scripts/lib/temporal.mjs';
import { keyRing } from '../../src/config/key-ring.js';
import { createDataConverter } from '../../src/temporal/payload-encryption/data-converter.js';
import { planSyncWorkflow } from '../../workflows/plan-sync/contract.js';
import { startTestServer, type TestServer } from '../integration/http/start-test-server.js';
import { canBrowse } from './support/board.js';

const keys = `main:${Buffer.alloc(32, 5).toString('base64')}`;
const encryption = { isOn: true, ring: keyRing().parse(keys) };

describe.skipIf(!canBrowse)("Temporal's Web UI", () => {
  let folder: string;
  let temporal: Child;
  let webUi: string;
  let connection: Connection;
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tandem-web-ui-'));
    const book = createPortBook();
    const [port, uiPort, serverPort] = [
      (await book.reserve(0)).port,
      (await book.reserve(0)).port,
      (await book.reserve(0)).port,
    ];
    webUi = `http://localhost:${uiPort}`;
    const { path } = await ensureTemporalCli({
      env: process.env,
      root: projectRoot,
      report: () => undefined,
    });
    let address: string;
    [{ child: temporal, address }, server, browser] = await Promise.all([
      startTemporal({
        program: path,
        port,
        uiPort,
        codecEndpoint: `http://127.0.0.1:${serverPort}/api/codec`,
        folder: null,
        namespace: 'default',
        logFile: join(folder, 'temporal.log'),
      }),
      startTestServer({
        redisUrl: inject('redisUrl'),
        env: {
          PORT: String(serverPort),
          PAYLOAD_ENCRYPTION: 'on',
          PAYLOAD_ENCRYPTION_KEY: keys,
          TEMPORAL_UI_URL: webUi,
        },
      }),
      chromium.launch({
        executablePath: inject('browserPath') ?? '',
        args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
      }),
    ]);
    connection = await Connection.connect({ address });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await connection.close();
    await temporal.stop(5_000);
    rmSync(folder, { recursive: true, force: true });
  });

  /** The page of a run whose payloads are encrypted. */
  async function aRun(
    prepare: (context: BrowserContext) => Promise<unknown> = async () => undefined,
  ): Promise<Page> {
    const workflowId = `shown-${randomUUID()}`;
    const client = new Client({ connection, dataConverter: createDataConverter(encryption) });
    const handle = await client.workflow.start(planSyncWorkflow, {
      workflowId,
      taskQueue: 'nobody',
      args: [{ planId: 'plan-that-can-be-read' }],
      staticSummary: 'summary-that-can-be-read',
    });
    const context = await browser.newContext();
    await prepare(context);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const path = `namespaces/default/workflows/${workflowId}/${handle.firstExecutionRunId}/history`;
    await page.goto(`${webUi}/${path}`);
    return page;
  }

  it('shows what a workflow was given and its summary, decrypted by the codec endpoint', async () => {
    const page = await aRun();
    await page.getByText('plan-that-can-be-read').first().waitFor();
    await page.getByText('summary-that-can-be-read').first().waitFor();
    await page.context().close();
  });

  it('can still be used when the endpoint refuses', async () => {
    const refusal = { code: 'unauthorized', title: 'A valid key is needed', status: 401 };
    const page = await aRun((context) =>
      context.route('**/api/codec/**', (route) =>
        route.fulfill({
          status: 401,
          headers: { 'Access-Control-Allow-Origin': webUi },
          contentType: 'application/problem+json',
          body: JSON.stringify(refusal),
        }),
      ),
    );
    await page.getByText('encryption-key-id').first().waitFor();
    await page.context().close();
  });

  it('shows nothing of it when the endpoint is away', async () => {
    const page = await aRun((context) =>
      context.route('**/api/codec/**', (route) => route.abort()),
    );
    await page.getByText('Codec Server could not connect').last().waitFor();
    await page.getByText('encryption-key-id').first().waitFor();
    expect(await page.innerText('body')).not.toContain('that-can-be-read');
    await page.context().close();
  });
});
