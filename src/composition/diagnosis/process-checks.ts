import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import type { Check } from '../../diagnosis/run-checks.js';
import { ok, skipped, toFinding, type Finding } from '../../diagnosis/finding.js';
import {
  judgeDataFolder,
  judgeEncryptionKey,
  judgeNode,
  judgePort,
  judgeProblem,
  type FolderFacts,
} from '../../diagnosis/judge-process.js';
import { probeHttp } from '../../diagnosis/probe-http.js';
import { spoiledBy, type DiagnosisParts } from './diagnosis-parts.js';

/** The process itself and what it needs of its machine. */
export function processChecks(parts: DiagnosisParts): readonly Check[] {
  const { config } = parts;
  return [
    {
      name: 'process.node',
      run: async () => [toFinding('process.node', judgeNode(process.versions.node))],
    },
    {
      name: 'process.data-folder',
      run: async () => [
        toFinding(
          'process.data-folder',
          judgeDataFolder(config.dataDir, await lookAtFolder(config.dataDir)),
        ),
      ],
    },
    { name: 'process.port', run: async () => [toFinding('process.port', await lookAtPort(parts))] },
    {
      name: 'process.encryption-key',
      run: async () => [
        toFinding('process.encryption-key', judgeEncryptionKey(encryptionKeyIds(config))),
      ],
    },
    { name: 'configuration.variables', run: async () => configurationFindings(parts) },
  ];
}

function configurationFindings({ problems }: DiagnosisParts): readonly Finding[] {
  if (problems.length === 0) {
    return [toFinding('configuration.variables', ok('All variables can be used'))];
  }
  return problems.map(({ variable, message }) =>
    toFinding(`configuration.${variable}`, judgeProblem(variable, message)),
  );
}

async function lookAtPort(parts: DiagnosisParts) {
  const { config, place, problems } = parts;
  const { host, port } = config.http;
  const name = isEverywhere(host) ? '127.0.0.1' : host;
  const origin = `${name.includes(':') ? `[${name}]` : name}:${port}`;
  if (place === 'server') return ok('This server listens');
  const spoiled = spoiledBy(problems, /^(?:PORT|HOST)$/);
  if (spoiled !== null) return skipped(spoiled);
  const probe =
    port === 0
      ? null
      : await probeHttp(`http://${origin}/health/live`, {
          ...parts,
          timeoutMs: parts.limits.lookMs,
        });
  return judgePort(origin, probe);
}

function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/** Whether it can be written is asked, not tried. */
async function lookAtFolder(path: string): Promise<FolderFacts> {
  const reason = await refusalOf(path);
  if (reason === null) return { kind: 'writable' };
  if (reason !== 'ENOENT') return { kind: 'refused', reason };
  for (let at = dirname(resolve(path)); ; at = dirname(at)) {
    const above = await refusalOf(at);
    if (above === null) return { kind: 'absent' };
    if (above !== 'ENOENT' || at === dirname(at)) return { kind: 'refused', reason: above };
  }
}

async function refusalOf(path: string): Promise<string | null> {
  try {
    await access(path, constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

const withVault = z.object({
  vault: z.object({ keys: z.array(z.object({ id: z.string() })) }),
});

/** Of the keys that encrypt tokens, the current one first; null: the configuration has none, because no tokens are kept. */
function encryptionKeyIds(config: object): readonly string[] | null {
  const parsed = withVault.safeParse(config);
  return parsed.success ? parsed.data.vault.keys.map(({ id }) => id) : null;
}
