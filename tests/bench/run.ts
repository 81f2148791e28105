import { cpus, totalmem } from 'node:os';
import { buildIfStale } from '../../scripts/steps/build.mjs';
import { findChromium } from '../../scripts/steps/chromium.mjs';
import { benchApplication } from './application';
import { benchEngine } from './engine';

// Single times mean little on a busy machine: compare figures within one run, and look at the ranges.
console.log(
  `${cpus()[0]?.model ?? 'unknown CPU'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
);
const only = process.argv[2];
if (!only || only === 'engine') await benchEngine();
if (!only || only === 'application') {
  await buildIfStale();
  process.env.CHROMIUM_PATH ??= (await findChromium()) ?? '';
  await benchApplication();
}
