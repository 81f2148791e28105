import { cpus, totalmem } from 'node:os';
import { buildIfStale } from '../../scripts/steps/build.mjs';
import { findChromium } from '../../scripts/steps/chromium.mjs';
import { benchApplication } from './application';
import { benchBrowser } from './browser';
import { benchEditors } from './editors';
import { benchEngine } from './engine';
import { benchExport } from './export';
import { largeDocument } from './largeDocument';

/** The document of the measurements at scale, in each of two translations, and who works in it. */
const BEADS = 50_000;
const EDITORS = 20;

// Single times mean little on a busy machine: compare figures within one run, and look at the ranges.
console.log(
  `${cpus()[0]?.model ?? 'unknown CPU'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
);
// npm run bench                          everything that needs no corpora
// npm run bench -- engine DIR [TABLE ...]  the engine on a folder of gold corpora, all tables or some
// npm run bench -- application
// npm run bench -- export [BEADS [NAME]]   exports of a document of half a million beads, or of so many; all ways, or those so named
//                                         with BENCH_DATABASE_URL of an empty PostgreSQL database there as well
const [only, dir, ...tables] = process.argv.slice(2);
if (!only || only === 'engine') await benchEngine(dir, tables);
if (!only || only === 'application') {
  await buildIfStale();
  process.env.CHROMIUM_PATH ??= (await findChromium()) ?? '';
  await benchApplication();
  const large = await largeDocument(BEADS, EDITORS);
  try {
    await benchBrowser(large);
    await benchEditors(large);
  } finally {
    large.drop();
  }
}
if (!only || only === 'export') {
  await buildIfStale();
  const beads = Number((only && dir) || 500_000);
  const { BENCH_DATABASE_URL } = process.env;
  for (const url of BENCH_DATABASE_URL ? [undefined, BENCH_DATABASE_URL] : [undefined]) {
    const large = await largeDocument(beads, 1, url);
    try {
      await benchExport(large, beads, only && tables[0]);
    } finally {
      large.drop();
    }
  }
}
