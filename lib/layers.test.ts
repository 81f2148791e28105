import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What each folder may import of ours, besides itself. The same table is in the contributors' guide. */
const MAY_IMPORT: Record<string, string[]> = {
  'lib/text': [],
  'lib/result': [],
  'lib/align': ['lib/text'],
  'lib/score': ['lib/text'],
  'lib/bitext': ['lib/text', 'lib/result', 'lib/align'],
  'lib/checks': ['lib/bitext', 'lib/text'],
  'lib/formats': ['lib/bitext', 'lib/text', 'lib/result'],
  'lib/i18n': ['messages'],
  // One file is read by the database too: where everything configurable comes from.
  db: ['lib/bitext', 'lib/text', 'lib/result', 'lib/server/env'],
  'lib/server': ['db', 'lib'],
  'lib/cli': ['lib', 'messages'],
  app: ['lib'],
};

/** No React, no database, no Node, no clock: these run in a worker, a browser and a test alike. */
const PURE = ['lib/text', 'lib/result', 'lib/align', 'lib/score', 'lib/bitext', 'lib/checks', 'lib/formats'];
const IMPURE = /^(node:|react|next|drizzle-orm|pg$|better-auth|server-only)/;

type Import = { file: string; target: string; typeOnly: boolean };

const files = ['lib', 'db', 'app'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(
      (name) => /\.tsx?$/.test(name) && !/\.(test|slow)\.tsx?$/.test(name) && !name.includes('migrations'),
    )
    .map((name) => join(folder, name)),
);

const imports = files.flatMap((file): Import[] => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const found = text.matchAll(/^(?:import|export)\s+(type\s)?[^'";]*?\s*(?:from\s*)?['"]([^'"]+)['"]/gm);
  return [...found].map(([, type, target]) => ({
    file,
    target: resolve(file, target!),
    typeOnly: Boolean(type),
  }));
});

/** Ours as a path from the root, others as they are. */
function resolve(file: string, target: string): string {
  if (target.startsWith('@/')) return target.slice(2);
  return target.startsWith('.') ? relative(ROOT, join(ROOT, dirname(file), target)) : target;
}

const layerOf = (path: string): string | undefined =>
  Object.keys(MAY_IMPORT)
    .filter((layer) => path === layer || path.startsWith(`${layer}/`) || path.startsWith(`${layer}.`))
    .sort((a, b) => b.length - a.length)[0];

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${folder}.`);

describe('layers', () => {
  it('finds the files and their imports', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(100);
  });
  it.each(Object.keys(MAY_IMPORT))('%s imports only what it may', (layer) => {
    const wrong = imports
      .filter(({ file }) => layerOf(file) === layer)
      .filter(({ target }) => /^(lib|db|app|messages|tests|scripts)\//.test(target))
      .filter(({ target }) => ![layer, ...MAY_IMPORT[layer]!].some((folder) => isWithin(target, folder)))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(wrong).toEqual([]);
  });
  it('keeps the pure folders pure', () => {
    const wrong = imports.filter(
      ({ file, target, typeOnly }) => PURE.includes(layerOf(file) ?? '') && IMPURE.test(target) && !typeOnly,
    );
    expect(wrong).toEqual([]);
  });
  it('lets no client component reach the server but through actions', () => {
    const wrong = imports.filter(
      ({ file, target, typeOnly }) =>
        target.startsWith('lib/server') &&
        !typeOnly &&
        /^(\/\/.*\n|\s)*['"]use client['"]/.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });
  it('reads the environment in one place, the command line in another', () => {
    // Next itself replaces NODE_ENV and NEXT_RUNTIME in the files that it compiles.
    const wrong = files.filter(
      (file) =>
        file !== 'lib/server/env.ts' &&
        file !== 'lib/cli/sourceDate.ts' &&
        /process\.env(?!\.(NODE_ENV|NEXT_RUNTIME)\b)/.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });
});
