import { cedilla } from './cedilla';
import { dates } from './dates';
import { decomposed } from './decomposed';
import { duplicate } from './duplicate';
import { ending } from './ending';
import { invisible } from './invisible';
import { length } from './length';
import { missingDiacritics } from './missingDiacritics';
import { mixedSpelling } from './mixedSpelling';
import { names } from './names';
import { numbers } from './numbers';
import { spacing } from './spacing';
import { tonePlacement } from './tonePlacement';
import type { Check } from './types';
import { unbalanced } from './unbalanced';
import { untranslated } from './untranslated';

/** Every check, in the order in which findings are listed: what may change the meaning first. */
export const CHECKS: readonly Check[] = [
  ...[numbers, dates, names, length, duplicate, untranslated, ending, unbalanced],
  ...[missingDiacritics, cedilla, mixedSpelling, tonePlacement, decomposed, invisible, spacing],
];
