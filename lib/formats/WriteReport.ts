import type { ExportUnit } from './ExportUnit';

/** Why a unit of the bitext is not in the export. */
export const LEFT_OUT_REASONS = ['status', 'null', 'disputed', 'stale', 'manyToMany'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** What an export did on its way; filled in while it streams, complete when the last chunk has been taken. */
export type WriteReport = {
  /** Units written. */
  units: number;
  leftOut: Record<LeftOutReason, number>;
  perStatus: Partial<Record<ExportUnit['status'], number>>;
  /** Of the units written: how many have a text in the language, and of how many UTF-16 units. */
  perLang: Record<string, { units: number; chars: number }>;
  /** Characters that the format cannot hold and U+FFFD stands for. */
  replacedCharacters: number;
  /** Tabs and line breaks that became spaces. */
  flattenedBreaks: number;
  /** Cells that a spreadsheet would have taken for a formula, and now has as text. */
  guardedCells: number;
};

export function emptyReport(langs: readonly string[] = []): WriteReport {
  return {
    units: 0,
    leftOut: { status: 0, null: 0, disputed: 0, stale: 0, manyToMany: 0 },
    perStatus: {},
    perLang: Object.fromEntries(langs.map((lang) => [lang, { units: 0, chars: 0 }])),
    replacedCharacters: 0,
    flattenedBreaks: 0,
    guardedCells: 0,
  };
}

export function countWritten(report: WriteReport, unit: ExportUnit): void {
  report.units++;
  report.perStatus[unit.status] = (report.perStatus[unit.status] ?? 0) + 1;
  for (const { lang, text } of unit.texts) {
    if (text === null) continue;
    report.perLang[lang] ??= { units: 0, chars: 0 };
    report.perLang[lang].units++;
    report.perLang[lang].chars += text.length;
  }
}

/** For exports that filter in their query: adds the numbers that the query knows. */
export function countLeftOut(report: WriteReport, reason: LeftOutReason, units = 1): void {
  report.leftOut[reason] += units;
}

/** For exports that filter in memory: hands on the units that `reason` has nothing against, and counts the others. */
export async function* leaveOut<Unit>(
  units: Iterable<Unit> | AsyncIterable<Unit>,
  report: WriteReport,
  reason: (unit: Unit) => LeftOutReason | null,
): AsyncGenerator<Unit> {
  for await (const unit of units) {
    const found = reason(unit);
    if (found === null) yield unit;
    else countLeftOut(report, found);
  }
}
