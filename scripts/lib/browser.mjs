import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from './processes.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | null} a Chromium, Chrome or Edge of this machine
 */
export function findBrowser(env) {
  const found = findProgram(names, env['PATH']);
  return found ?? places(env).find((file) => existsSync(file)) ?? null;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]} where they are installed outside the PATH
 */
function places(env) {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform !== 'win32') return ['/snap/bin/chromium'];
  const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
  return folders.flatMap((folder) =>
    folder === undefined
      ? []
      : [
          join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ],
  );
}
