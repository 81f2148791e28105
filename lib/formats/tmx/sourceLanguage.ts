/** The language that `srclang` names; null where any may be the source (TMX 1.4b, "srclang"), or nothing is said. */
export const namedSource = (srclang: string | undefined): string | null =>
  !srclang || srclang.toLowerCase() === '*all*' ? null : srclang;

/**
 * The tag in labels that are none: translation memories of the European Union count the variants of a language
 * (`RO-01`).
 *
 * @returns undefined for all others
 */
export const tmxLanguage = (label: string): string | undefined =>
  /^([a-z]{2,3})[-_]\d{1,2}$/iu.exec(label)?.[1].toLowerCase();

/** Which of the variants' languages `srclang` means: that one, else the first that only differs in its region. */
export function sourceAmong(labels: ReadonlyMap<string, number>, srclang: string | null): number | null {
  if (srclang === null) return null;
  const plain = (label: string) => label.toLowerCase().replaceAll('_', '-');
  const primary = (label: string) => plain(label).split('-')[0];
  const all = [...labels];
  const found =
    all.find(([label]) => plain(label) === plain(srclang)) ??
    all.find(([label]) => primary(label) === primary(srclang));
  return found?.[1] ?? null;
}
