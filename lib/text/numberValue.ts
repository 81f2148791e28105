/**
 * One spelling for a number written in digits, whatever its separators: `1.500` and `1,500` -> `1500`,
 * `3,5` and `3.5` -> `3.5`, `007` -> `7`. A single separator before exactly three digits groups thousands.
 * Text that is no such number comes back as null.
 */
export function numberValue(text: string): string | null {
  const s = text.replace(/[\u00a0\u202f\s]/g, '');
  if (!/^\d+(?:[.,]\d+)*$/.test(s)) return null;
  const parts = s.split(/[.,]/);
  const grouped =
    parts.length > 1 && parts.slice(1).every((part) => part.length === 3) && parts[0].length <= 3;
  if (parts.length === 1 || (grouped && parts[0] !== '0')) return trim(parts.join(''));
  const last = parts[parts.length - 1];
  const whole = parts.slice(0, -1);
  if (whole.length > 1 && !whole.slice(1).every((part) => part.length === 3))
    return parts.map(trim).join('.');
  return `${trim(whole.join(''))}.${last}`;
}

function trim(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

/** Value of a well-formed Roman numeral of at least two letters in capitals (XIX -> 19), else null. */
export function romanValue(text: string): number | null {
  if (!/^(?=[MDCLXVI]{2})M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/.test(text)) return null;
  let sum = 0;
  for (let k = 0; k < text.length; k++) {
    const value = ROMAN[text[k]];
    sum += value < (ROMAN[text[k + 1]] ?? 0) ? -value : value;
  }
  return sum;
}
