import type { Result } from '@/lib/result';
import { parseXml, type XmlSource } from '../xml/parseXml';

/**
 * The sheets of a workbook with their parts, in the order of their tabs; where the workbook does not say, the parts in
 * the order of their numbers.
 */
export function workbookSheets(
  partNames: readonly string[],
  source: (part: string) => XmlSource | null,
): Result<{ name: string; part: string }[]> {
  const numbered = partNames
    .filter((name) => /^xl\/worksheets\/[^/]+\.xml$/iu.test(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const found: { name: string; id: string }[] = [];
  const parts = new Map<string, string>();
  const workbook = source('xl/workbook.xml');
  const relations = source('xl/_rels/workbook.xml.rels');
  if (workbook) {
    const read = parseXml(workbook, {
      open({ name, attributes }) {
        const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
        if (name === 'sheet' && id) found.push({ name: attributes.name ?? '', id });
      },
    });
    if (!read.ok) return read;
  }
  if (relations) {
    const read = parseXml(relations, {
      open({ name, attributes: { Id, Target = '' } }) {
        if (name !== 'Relationship' || !Id) return;
        const part = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`;
        const known = numbered.find((one) => one.toLowerCase() === part.toLowerCase());
        if (known) parts.set(Id, known);
      },
    });
    if (!read.ok) return read;
  }
  const sheets = found.flatMap(({ name, id }) => {
    const part = parts.get(id);
    return part ? [{ name, part }] : [];
  });
  return { ok: true, value: sheets.length ? sheets : numbered.map((part) => ({ name: part, part })) };
}
