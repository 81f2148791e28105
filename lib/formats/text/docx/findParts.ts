import { ok, type Result } from '@/lib/result';
import { type Archive, partName } from '../archive/Archive';
import { readPart } from '../xml/readPart';

export type WordParts = {
  main: string;
  footnotes: string | null;
  endnotes: string | null;
  core: string | null;
};

/**
 * Where a Word document keeps its parts. The names are by convention only: relationships lead from the package to the
 * main part (Word on the web calls it `document2.xml`) and from there to the notes. Relationship types end alike in
 * transitional and strict documents (ECMA-376-1, sections 11.3 and ECMA-376-4, part 4).
 */
export function findParts(archive: Archive): Result<WordParts> {
  const root = relationships(archive, '_rels/.rels', '');
  if (!root.ok) return root;
  const main = root.value.get('officeDocument') ?? 'word/document.xml';
  const slash = main.lastIndexOf('/') + 1;
  const folder = main.slice(0, slash);
  const own = relationships(archive, `${folder}_rels/${main.slice(slash)}.rels`, folder);
  if (!own.ok) return own;
  return ok({
    main,
    footnotes: own.value.get('footnotes') ?? null,
    endnotes: own.value.get('endnotes') ?? null,
    core: root.value.get('core-properties') ?? root.value.get('coreProperties') ?? null,
  });
}

/** Last step of each relationship's type -> the part it leads to. An absent file has none. */
function relationships(archive: Archive, name: string, folder: string): Result<Map<string, string>> {
  const targets = new Map<string, string>();
  const read = readPart(archive, name, {
    open({ local, attributes }) {
      if (local !== 'Relationship' || attributes.TargetMode?.value === 'External') return;
      const type = attributes.Type?.value.split('/').at(-1);
      const target = attributes.Target?.value;
      if (type && target && !targets.has(type)) targets.set(type, resolve(target, folder));
    },
  });
  return read.ok ? ok(targets) : read;
}

/** Targets are relative to the folder of the part that names them, or start with a slash. */
function resolve(target: string, folder: string): string {
  if (target.startsWith('/')) return partName(target);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return partName(steps.join('/'));
}
