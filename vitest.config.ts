import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{packages,app,adapters,apps,tools,corpus,scripts}/**/test/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    testTimeout: 60_000,
    pool: 'forks',
  },
});
