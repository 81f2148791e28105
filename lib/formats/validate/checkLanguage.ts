import type { Findings, Place } from './Findings';

/** BCP 47, as far as readers look: subtags of letters and digits, by hyphens. */
const TAG = /^(?:[a-z]{2,3}|x|i)(?:-[a-z0-9]{1,8})*$/iu;

/** Notes a language tag that readers do not know for one. */
export function checkLanguage(
  tag: string,
  place: Partial<Place> & { file: string },
  findings: Findings,
): void {
  if (TAG.test(tag)) return;
  const code = TAG.test(tag.replaceAll('_', '-')) ? 'language.underscore' : 'language.malformed';
  findings.add(code, place, { tag: tag.slice(0, 40) });
}
