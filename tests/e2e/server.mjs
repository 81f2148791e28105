// The server under test: a production build on a fresh data folder, which goes with it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale } from '../../scripts/steps/build.mjs';
import { ROOT } from '../../scripts/steps/common.mjs';

await buildIfStale();
const data = mkdtempSync(join(tmpdir(), 'triptych-e2e-'));
const { DATABASE_URL: _, APP_URL: __, ...env } = process.env;
const server = spawn(
  process.execPath,
  ['node_modules/next/dist/bin/next', 'start', '-H', process.env.HOST, '-p', process.env.PORT],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...env,
      NODE_ENV: 'production',
      TRIPTYCH_DATA: data,
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_MANUAL_SIG_HANDLE: 'true',
    },
  },
);
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => server.kill('SIGTERM'));
server.on('exit', (code) => {
  rmSync(data, { recursive: true, force: true });
  process.exit(code ?? 0);
});
