import type { LintFile } from './decoded';
import type { Findings } from './Findings';
import { scanXml } from './scanXml';

const NAMESPACE = 'http://www.tei-c.org/ns/1.0';
/** Elements whose `target` ties things together, and the attributes that point. */
const LINKING = ['link', 'join', 'alt'];
const POINTING = ['target', 'targets', 'corresp', 'next', 'prev', 'sameAs', 'synch'];

/** TEI: ids that are unique, and pointers that lead somewhere, within the files that came along. */
export function lintTei(files: readonly LintFile[], findings: Findings): void {
  const names = new Set(files.map(({ name }) => baseName(name)));
  const ids = new Set<string>();
  const pointers: { file: string; line: number; unit: string | null; target: string }[] = [];
  let ties = 0;
  for (const source of files) {
    const { name: file } = source;
    const here = baseName(file);
    let isRoot = true;
    scanXml(source, findings, {
      open({ name, attributes, line }) {
        const id = attributes['xml:id'] ?? null;
        if (isRoot && /^TEI|^teiCorpus$/u.test(name) && attributes.xmlns !== NAMESPACE)
          findings.add('tei.namespace', { file, line });
        isRoot = false;
        if (id !== null) {
          if (ids.has(`${here}#${id}`)) findings.add('tei.idTwice', { file, line, unit: id }, { id });
          ids.add(`${here}#${id}`);
        }
        for (const attribute of POINTING) {
          const targets = attributes[attribute]?.split(/\s+/u).filter(Boolean) ?? [];
          if (targets.length && (LINKING.includes(name) || attribute === 'corresp')) ties++;
          if (LINKING.includes(name) && attribute.startsWith('target') && targets.length === 1)
            findings.add('tei.oneTarget', { file, line, unit: id }, { element: name });
          for (const target of targets) {
            const [document, anchor] = target.split('#');
            // Another work is not ours to look into.
            if (anchor === undefined || (document && !names.has(baseName(document)))) continue;
            pointers.push({
              file,
              line,
              unit: id,
              target: `${document ? baseName(document) : here}#${anchor}`,
            });
          }
        }
      },
    });
  }
  for (const { target, ...place } of pointers)
    if (!ids.has(target)) findings.add('tei.targetMissing', place, { target: `#${target.split('#')[1]}` });
  if (ties === 0) findings.add('tei.nothingLinked', { file: files[0].name });
}

const baseName = (name: string): string => name.split('/').at(-1)!;
