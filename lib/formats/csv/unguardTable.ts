import { FORMULA, OPERATOR } from './spreadsheetCell';

/** An apostrophe that guards what follows a semicolon. */
const GUARD_INSIDE = new RegExp(`;'(?=${OPERATOR})`, 'gu');
const BARE_INSIDE = new RegExp(`;(?!')(?=${OPERATOR})`, 'u');

/**
 * Was the table written for a spreadsheet (`writeSheetCsv`)? Then everything in it that would be a formula stands
 * behind an apostrophe, and something does. Where one cell has none, apostrophes are the author's.
 */
export function isGuardedTable(records: Iterable<{ fields: readonly string[] }>): boolean {
  let guards = 0;
  for (const { fields } of records)
    for (const cell of fields) {
      if (BARE_INSIDE.test(cell)) return false;
      const isGuarded = cell.startsWith("'");
      if (FORMULA.test(cell) && !isGuarded) return false;
      if (isGuarded ? FORMULA.test(cell) : cell.search(GUARD_INSIDE) >= 0) guards++;
    }
  return guards > 0;
}

/** The cell of such a table as it was before `spreadsheetCell` guarded it. */
export function unguardedCell(cell: string): string {
  const inside = cell.replace(GUARD_INSIDE, ';');
  return cell.startsWith("'") && FORMULA.test(cell) ? inside.slice(1) : inside;
}
