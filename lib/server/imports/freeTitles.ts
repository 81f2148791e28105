const TITLE_CHARS = 200;

/**
 * Titles for new documents that nobody has yet: those that are taken, or come twice, get a number. Every title is one
 * line of at most 200 characters, and something can be read in it.
 */
export function freeTitles(names: readonly string[], taken: Iterable<string>): string[] {
  const used = new Set(taken);
  return names.map((name, k) => {
    const line = name
      .normalize('NFC')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim();
    const base = line || String(k + 1);
    let title = base.slice(0, TITLE_CHARS).trim();
    for (let n = 2; used.has(title); n++) title = `${base.slice(0, TITLE_CHARS - 8).trim()} (${n})`;
    used.add(title);
    return title;
  });
}
