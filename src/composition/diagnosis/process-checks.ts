import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import {
  DevelopmentKeyError,
  findDevelopmentKey,
  type DevelopmentKeyPlace,
} from '../../config/development-key.js';
import type { KeyRing } from '../../config/key-ring.js';
import type { Check } from '../../diagnosis/run-checks.js';
import { ok, skipped, toFinding, type Finding } from '../../diagnosis/finding.js';
import {
  judgeDataFolder,
  judgeKeys,
  judgeNode,
  judgePort,
  judgeProblem,
  type FolderFacts,
  type KeyFacts,
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
    ...keyChecks(parts),
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

function keyChecks({ config, problems }: DiagnosisParts): readonly Check[] {
  const { vault, payloadEncryption, dataDir } = config;
  const check = (
    name: 'process.token-key' | 'process.payload-key',
    key: { readonly what: string; readonly variable: string; readonly file: string },
    configured: KeyRing | null,
  ): Check => ({
    name,
    async run() {
      const spoiled = spoiledBy(problems, new RegExp(`^${key.variable}$`));
      const facts = () => lookAtKeys(configured, { dataDir, name: key.file });
      return [
        toFinding(
          name,
          spoiled === null ? judgeKeys(key.what, key.variable, facts()) : skipped(spoiled),
        ),
      ];
    },
  });
  const tokens = { what: 'Tokens', variable: 'TOKEN_ENCRYPTION_KEY', file: 'tokens' };
  const payloads = {
    what: 'Payloads',
    variable: 'PAYLOAD_ENCRYPTION_KEY',
    file: 'payload-encryption',
  };
  return [
    check('process.token-key', tokens, vault.keys),
    ...(payloadEncryption.isOn
      ? [check('process.payload-key', payloads, payloadEncryption.keys)]
      : []),
  ];
}

/** Makes none. */
function lookAtKeys(configured: KeyRing | null, place: DevelopmentKeyPlace): KeyFacts {
  try {
    const ring = configured ?? findDevelopmentKey(place);
    if (ring === null) return { kind: 'absent' };
    const source = configured === null ? 'data folder' : 'configuration';
    return { kind: 'known', source, ids: ring.map(({ id }) => id) };
  } catch (error) {
    if (error instanceof DevelopmentKeyError) return { kind: 'unusable', reason: error.message };
    throw error;
  }
}
