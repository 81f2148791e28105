/** Languages that tables are headed with by their names; two letters each. */
const CODES =
  'en vi ro fr de es it pt nl pl cs sk hu bg ru uk sr hr sl el tr sv da nb fi et lv lt ja ko zh th id ms hi ar he fa km lo my la';
/** In these languages, and in the one that is meant itself. */
const SPOKEN = ['en', 'vi', 'ro'] as const;

const SUFFIXED = /^(?:text|sentence|sent|source|target|src|tgt)[ _-]([a-z]{2})$/iu;

let known: Map<string, string> | null = null;

/**
 * The language that a column or a field is called after: `Vietnamese`, `Tiếng Việt`, `Română`, `limba română`, or
 * `text_vi`. Names as CLDR has them; `tiếng` and `limba` may be left out.
 *
 * @returns its BCP 47 tag, or null where the name is none.
 */
export function languageNamed(name: string): string | null {
  known ??= names();
  const suffix = SUFFIXED.exec(name.trim())?.[1].toLowerCase();
  if (suffix && CODES.split(' ').includes(suffix)) return suffix;
  return known.get(plain(name)) ?? null;
}

function names(): Map<string, string> {
  const all = new Map<string, string>();
  for (const code of CODES.split(' '))
    for (const spoken of [...SPOKEN, code]) {
      const name = new Intl.DisplayNames(spoken, { type: 'language', fallback: 'none' }).of(code);
      if (name) all.set(plain(name), code);
    }
  return all;
}

const plain = (name: string): string =>
  name
    .trim()
    .normalize('NFC')
    .toLowerCase()
    .replace(/^(?:tiếng|limba)\s+/u, '');
