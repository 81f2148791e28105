import { defineConfig, devices } from '@playwright/test';

// A port of this run's own, so that two runs never meet at one server. Workers inherit it.
process.env.TRIPTYCH_E2E_PORT ??= String(20_000 + (process.pid % 10_000));
const PORT = process.env.TRIPTYCH_E2E_PORT;
const baseURL = `http://127.0.0.1:${PORT}`;

/** The real application in a real Chromium, on a database of its own with the sample project in it. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // One server and two cores: tests take turns.
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  retries: 0,
  reporter: process.env.TRIPTYCH_E2E_JSON
    ? [['line'], ['json', { outputFile: process.env.TRIPTYCH_E2E_JSON }]]
    : 'line',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    baseURL,
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    launchOptions: {
      // Debian's chromium when there is one, else the one that Playwright downloads.
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
      ],
    },
  },
  projects: [
    { name: 'setup', testMatch: 'owner.setup.ts' },
    { name: 'journeys', testMatch: '*.e2e.ts', dependencies: ['setup'] },
  ],
  webServer: {
    command: 'node tests/e2e/server.mjs',
    url: `${baseURL}/api/health`,
    timeout: 240_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: { PORT, HOST: '127.0.0.1' },
  },
});
