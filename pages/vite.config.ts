import { defineConfig } from 'vite';
import { fileURLToPath } from 'node:url';

const inRepository = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export default defineConfig({
  root: inRepository('pages'),
  // From its sources: the parts of a build are built side by side.
  resolve: { alias: { '@tandem/client': inRepository('client/src/index.ts') } },
  build: {
    outDir: inRepository('dist/pages'),
    emptyOutDir: true,
    target: 'es2022',
    lib: { entry: inRepository('pages/src/home.ts'), formats: ['es'], fileName: () => 'home.js' },
  },
});
