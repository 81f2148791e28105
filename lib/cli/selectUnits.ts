import type { BeadStatus } from '@/lib/bitext/types';
import type { ExportUnit, UnitText } from '@/lib/formats/ExportUnit';
import { countLeftOut, type WriteReport } from '@/lib/formats/WriteReport';

export const MANY_TO_MANY = ['join', 'mark', 'leaveOut'] as const;
export const ORDERS = ['text', 'confidence'] as const;

export type Selection = {
  /** All of them when not said: a conversion leaves nothing out that nobody asked it to. */
  statuses?: readonly BeadStatus[];
  /** Languages in the order wanted, the first one as the reference. */
  langs: readonly string[];
  /** Several segments on a side: joined with a blank, with hunalign's ` ~~~ `, or left out. */
  manyToMany: (typeof MANY_TO_MANY)[number];
  /** `confidence`: the least sure first. */
  order: (typeof ORDERS)[number];
};

const MARK = ' ~~~ ';

/** The units that are wanted, as they are wanted; what is left out is counted in `report`. */
export function selectUnits(
  units: Iterable<ExportUnit>,
  wanted: Selection,
  report: WriteReport,
): ExportUnit[] {
  const kept: ExportUnit[] = [];
  for (const unit of units) {
    const texts = wanted.langs.flatMap((lang) => unit.texts.find((text) => text.lang === lang) ?? []);
    // Of languages that are not wanted, or of none.
    if (texts.every(({ text }) => text === null)) continue;
    if (wanted.statuses && !wanted.statuses.includes(unit.status)) countLeftOut(report, 'status');
    else if (wanted.manyToMany === 'leaveOut' && texts.some(({ segments }) => segments > 1))
      countLeftOut(report, 'manyToMany');
    else kept.push({ ...unit, texts: wanted.manyToMany === 'mark' ? texts.map(marked) : texts });
  }
  return wanted.order === 'text' ? kept : kept.sort((a, b) => sureness(a) - sureness(b));
}

/** What nobody rated was drawn by a person. */
const sureness = ({ confidence }: ExportUnit): number => confidence ?? 1;

const marked = (text: UnitText): UnitText =>
  text.parts && text.parts.length > 1
    ? { ...text, text: text.parts.map((part) => part.text).join(MARK) }
    : text;
