import type { Findings, Place } from './Findings';

/** Private and grandfathered tags (BCP 47, section 2.1), which ECMA-402 leaves out. */
const PRIVATE = /^[xi](?:-[a-z0-9]{1,8})+$/iu;

/** Well-formed by BCP 47: `RO-01` is not, though it looks like it. */
function isTag(tag: string): boolean {
  if (PRIVATE.test(tag)) return true;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Notes a language tag that readers do not know for one. */
export function checkLanguage(
  tag: string,
  place: Partial<Place> & { file: string },
  findings: Findings,
): void {
  if (isTag(tag)) return;
  const code = isTag(tag.replaceAll('_', '-')) ? 'language.underscore' : 'language.malformed';
  findings.add(code, place, { tag: tag.slice(0, 40) });
}
