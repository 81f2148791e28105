import { primary } from '../text';
import type { Calibration } from './weights';

/**
 * The probability that sums over paths gave, as often right as it says: Platt (1999), a line through the logits, fitted on
 * documents held out from the weights. Beads and nulls have lines of their own, by target language or `other`.
 */
export function calibrated(lines: Calibration, lang: string, isNull: boolean, p: number): number {
  const ofLang = lines[lang] ?? lines.other;
  if (!ofLang) return p;
  const [slope, shift] = isNull ? ofLang.null : ofLang.bead;
  const inside = Math.min(1 - 1e-6, Math.max(1e-6, p));
  return 1 / (1 + Math.exp(-(slope * Math.log(inside / (1 - inside)) + shift)));
}

/** The language other than English: what the lines go by, whichever side it is on. */
export function calibrationLang(sourceLang: string, targetLang: string): string {
  const [source, target] = [primary(sourceLang), primary(targetLang)];
  return target === 'en' ? source : target;
}
