/** Does the line begin further in than by a stray space? */
export function isIndented(line: string): boolean {
  return /^(?:[ \u00a0]{2}|\t|\u3000)[ \u00a0\t\u3000]*\S/u.test(line);
}
