import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { err, ok, type Result } from '@/lib/result';
import { checkBundle } from '@/lib/server/bundle/checkBundle';
import { readInput, reasonOf } from './readInput';

const ENDING = /\.triptych$/iu;

/** Whether all that is to be looked at are bundles, by their names. */
export const areBundles = (files: readonly string[], stdinName = ''): boolean =>
  files.every((file) => ENDING.test(file === '-' ? stdinName : file));

/** What the import page says of a bundle before anything is stored: read to its end, every row checked. */
export async function describeBundle(file: string, stdinName = ''): Promise<Result<object>> {
  if (file !== '-') return describe(file, basename(file));
  // Its directory is at the end: what cannot be gone back in is laid down first.
  const bytes = await readInput(file);
  if (!bytes.ok) return bytes;
  const folder = await mkdtemp(join(tmpdir(), 'triptych-inspect-'));
  try {
    const path = join(folder, 'bundle');
    await writeFile(path, bytes.value);
    return await describe(path, stdinName);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function describe(path: string, file: string): Promise<Result<object>> {
  let bytes: number;
  try {
    bytes = (await stat(path)).size;
  } catch (cause) {
    return err('cli.noFile', { file: path, reason: reasonOf(cause) });
  }
  const checked = await checkBundle(path);
  if (!checked.ok) return checked;
  const { head, counts, texts, olderTexts, statuses, openDisputes, people, history, unexplained } =
    checked.value;
  return ok({
    ...{ kind: 'bundle', file, bytes, title: head.title },
    ...{ version: head.version, toolVersion: head.toolVersion, changedAt: head.createdAt },
    ...{ texts, olderTexts, statuses, openDisputes, history, unexplained, rows: counts },
    people: people.map(({ name }) => name),
  });
}
