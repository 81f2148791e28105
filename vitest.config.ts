import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const alias = {
  '@': root,
  // `server-only` throws outside a React server; under test every module is "server".
  'server-only': fileURLToPath(new URL('./tests/helpers/empty.ts', import.meta.url)),
};

/** `unit`: pure, fast, no database. `db`: a real PGlite, or PostgreSQL when TEST_DATABASE_URL is set. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          environment: 'node',
          env: { TZ: 'UTC' },
          include: [
            'lib/**/*.test.ts',
            'app/**/*.test.ts',
            'messages/**/*.test.ts',
            'tests/gold/**/*.test.ts',
            'tests/bench/**/*.test.ts',
          ],
          exclude: ['lib/server/**', 'node_modules/**'],
          testTimeout: 30_000,
        },
      },
      {
        // Fuzzers and the like: `npm run test:slow`, minutes long, no part of `npm test`.
        resolve: { alias },
        test: {
          name: 'slow',
          environment: 'node',
          env: { TZ: 'UTC' },
          // What is let through is held against the database.
          globalSetup: ['./tests/helpers/dbSetup.ts'],
          include: ['lib/**/*.slow.ts'],
          fileParallelism: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'db',
          environment: 'node',
          env: { TZ: 'UTC' },
          globalSetup: ['./tests/helpers/dbSetup.ts'],
          include: ['db/**/*.test.ts', 'lib/server/**/*.test.ts', 'tests/db/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // One database engine at a time: two cores, and each PGlite takes some 300 MB.
          fileParallelism: false,
        },
      },
    ],
  },
});
