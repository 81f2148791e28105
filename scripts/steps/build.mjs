import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ROOT, run, say } from './common.mjs';

/** What a build is made of. Tests, documents and scripts do not count. */
const SOURCES = ['app', 'db', 'lib', 'messages'];
const FILES = [
  ...['next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'],
  ...['proxy.ts', 'instrumentation.ts', 'instrumentation-node.ts', 'global.d.ts'],
];

const distDir = process.env.NEXT_DIST_DIR || '.next';
const STAMP = join(ROOT, distDir, 'triptych-sources');

/**
 * Builds when there is no build of exactly these sources.
 * @returns whether there is one now; with `orFail`, a build that fails ends the process.
 */
export async function buildIfStale({ orFail = true } = {}) {
  const wanted = hashOfSources();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return true;
  say('Building (half a minute or so)');
  rmSync(STAMP, { force: true }); // A build that fails half-way must not pass for the old one.
  const { code } = await run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    env: { NODE_ENV: 'production' },
  });
  if (code !== 0 && orFail) fail('The build failed; the reason is above.');
  if (code !== 0) return false;
  writeFileSync(STAMP, wanted);
  return true;
}

function hashOfSources() {
  const hash = createHash('sha256').update(process.version);
  for (const file of [
    ...FILES.filter((name) => existsSync(join(ROOT, name))),
    ...SOURCES.flatMap(filesUnder),
  ].sort())
    hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

/** Paths relative to the root. Tests beside the files, and types that the build itself writes, are left out. */
function filesUnder(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(test\.tsx?|d\.json\.ts)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(ROOT.length + 1));
}
