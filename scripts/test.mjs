#!/usr/bin/env node
// `npm test`: every check there is, on whatever machine this is. It installs what is missing, says what it is
// doing, and ends with one line, `N passed, N failed`, which counts every test and every check.
//   npm test -- unit db        runs only these steps
// With TEST_DATABASE_URL the database tests run on that PostgreSQL too.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale } from './steps/build.mjs';
import { findChromium } from './steps/chromium.mjs';
import { checkNode, fail, run, say } from './steps/common.mjs';
import { installIfStale } from './steps/install.mjs';

const NODE = process.execPath;
const STEP_LIMIT_MS = 12 * 60_000;
const scratch = mkdtempSync(join(tmpdir(), 'triptych-check-'));
const totals = { passed: 0, failed: 0 };

const STEPS = {
  format: ['Format', () => check(NODE, ['node_modules/@biomejs/biome/bin/biome', 'format', '.'])],
  lint: ['Lint', () => check(NODE, ['node_modules/@biomejs/biome/bin/biome', 'lint', '.'])],
  types: ['Types', checkTypes],
  unit: ['Unit tests', () => vitest('unit')],
  db: ['Database tests on the embedded database', () => vitest('db', { TEST_DATABASE_URL: '' })],
  server: ['Database tests on PostgreSQL', onServer],
  build: ['Build', buildStep],
  e2e: ['End-to-end tests in Chromium', endToEnd],
};

checkNode();
const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !(name in STEPS));
if (unknown) fail(`There is no step "${unknown}". The steps are ${Object.keys(STEPS).join(', ')}.`);
await installIfStale();

for (const [name, [title, step]] of Object.entries(STEPS)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const startedAt = Date.now();
  say(title);
  const { passed, failed, note } = await step();
  totals.passed += passed;
  totals.failed += failed;
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  console.log(
    `${failed > 0 ? '✗' : '✓'} ${title}: ${note ?? `${passed} passed, ${failed} failed`} (${seconds} s)\n`,
  );
}
rmSync(scratch, { recursive: true, force: true });
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;

/** A program that is right or wrong as a whole counts as one. */
async function check(command, args) {
  const { code } = await run(command, args, { timeoutMs: STEP_LIMIT_MS });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function checkTypes() {
  // The types of routes and messages are written by Next; a fresh clone has none yet.
  const generated = await run(NODE, ['node_modules/next/dist/bin/next', 'typegen'], { quiet: true });
  if (generated.code !== 0) {
    console.error(generated.output);
    return { passed: 0, failed: 1 };
  }
  return check(NODE, ['node_modules/typescript/bin/tsc', '--noEmit']);
}

async function vitest(project, env = {}) {
  const report = join(scratch, `${project}-${Object.keys(env).length}.json`);
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const { code } = await run(NODE, ['node_modules/vitest/vitest.mjs', ...args], {
    env,
    timeoutMs: STEP_LIMIT_MS,
  });
  const read = readReport(report);
  if (!read) return { passed: 0, failed: 1, note: 'the tests did not run to their end' };
  // A file that does not even load has no tests in the report, but fails its suite.
  const brokenFiles = read.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = read.numFailedTests + brokenFiles.length;
  return { passed: read.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

async function onServer() {
  if (!process.env.TEST_DATABASE_URL)
    return { passed: 0, failed: 0, note: 'left out, TEST_DATABASE_URL is not set' };
  return vitest('db');
}

async function buildStep() {
  const built = await buildIfStale({ orFail: false });
  return built ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function endToEnd() {
  const chromium = await findChromium();
  if (chromium === null)
    return { passed: 0, failed: 1, note: 'there is no Chromium; install one or set CHROMIUM_PATH' };
  const report = join(scratch, 'e2e.json');
  const { code } = await run(NODE, ['node_modules/@playwright/test/cli.js', 'test'], {
    env: { CHROMIUM_PATH: chromium, TRIPTYCH_E2E_JSON: report },
    timeoutMs: STEP_LIMIT_MS,
  });
  const read = readReport(report);
  if (!read) return { passed: 0, failed: 1, note: 'the tests did not run to their end' };
  const { expected, flaky, unexpected } = read.stats;
  // A project that others depend on leaves them unrun when it fails; that is in `unexpected` already.
  return { passed: expected + flaky, failed: unexpected === 0 && code !== 0 ? 1 : unexpected };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null; // Never written: the runner ended before its tests did.
  }
}
