import { defineConfig } from 'vite';
import { fileURLToPath } from 'node:url';

const inRepository = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export default defineConfig({
  root: inRepository('emulator/board'),
  // Relative addresses: the emulator may serve the page under any path.
  base: './',
  build: {
    outDir: inRepository('dist/emulator/board-page'),
    emptyOutDir: true,
    target: 'es2022',
    // Nothing may be fetched from elsewhere, so nothing needs a modulepreload polyfill or a CDN.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
});
