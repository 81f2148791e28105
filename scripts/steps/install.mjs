import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fail, ROOT, run, say } from './common.mjs';

const STAMP = `${ROOT}/node_modules/.triptych-installed`;

/** Installs the packages when they are missing or are not those of the lockfile. */
export async function installIfStale() {
  const wanted = createHash('sha256')
    .update(readFileSync(`${ROOT}/package-lock.json`))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  if (isSameAsLockfile()) {
    writeFileSync(STAMP, wanted);
    return;
  }
  say('Installing the packages (a minute or two the first time)');
  // Not `npm ci`: it refuses a lockfile that was written where the registry lacks some packages for
  // other systems. With --no-save the lockfile's versions are taken and the lockfile is left alone.
  const { code } = await run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code === 127) fail('npm was not found. It comes with Node: install Node from https://nodejs.org.');
  if (code !== 0)
    fail('The packages could not be installed. npm says why above; often it is the network or the disk.');
  writeFileSync(STAMP, wanted);
}

/** npm keeps a lockfile of what it installed; somebody may have run it by hand. */
function isSameAsLockfile() {
  const installed = `${ROOT}/node_modules/.package-lock.json`;
  if (!existsSync(installed)) return false;
  const versionsIn = (file) => {
    const { packages } = JSON.parse(readFileSync(file, 'utf8'));
    return new Map(Object.entries(packages).map(([path, { version }]) => [path, version]));
  };
  const have = versionsIn(installed);
  const wanted = JSON.parse(readFileSync(`${ROOT}/package-lock.json`, 'utf8')).packages;
  return Object.entries(wanted).every(
    // Packages for other systems are in the lockfile and rightly not on this disk.
    ([path, { version, optional }]) => path === '' || optional || have.get(path) === version,
  );
}
