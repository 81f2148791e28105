/**
 * VNI-Windows, the encoding of the fonts VNI-Times, VNI-Helve and their like: a vowel, then a character that only says
 * its mark. The characters are those that windows-1252 has for the bytes, which is also what a VNI text looks like when
 * it stands in a Unicode file. The case of the vowel decides.
 */
const AFTER_A = 'ùá øà ûả õã ïạ ââ áấ àầ åẩ ãẫ äậ êă éắ èằ úẳ üẵ ëặ';
const AFTER_E = 'ùé øè ûẻ õẽ ïẹ âê áế àề åể ãễ äệ';
const AFTER_O = 'ùó øò ûỏ õõ ïọ âô áố àồ åổ ãỗ äộ';
const AFTER_U = 'ùú øù ûủ õũ ïụ';
const AFTER_Y = 'ùý øỳ ûỷ õỹ';
const AFTER_HORNED_O = 'ùớ øờ ûở õỡ ïợ';
const AFTER_HORNED_U = 'ùứ øừ ûử õữ ïự';
const ALONE: Record<string, string> = { ô: 'ơ', ö: 'ư', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ', ñ: 'đ' };

const PAIRS = new Map<string, string>();
for (const [vowel, marks] of [
  ['a', AFTER_A],
  ['e', AFTER_E],
  ['o', AFTER_O],
  ['u', AFTER_U],
  ['y', AFTER_Y],
  ['ô', AFTER_HORNED_O],
  ['ö', AFTER_HORNED_U],
] as const) {
  for (const [mark, letter] of marks.split(' ').map((pair) => [...pair]) as [string, string][]) {
    PAIRS.set(vowel + mark, letter);
    for (const anyMark of [mark, mark.toUpperCase()])
      PAIRS.set(vowel.toUpperCase() + anyMark, letter.toUpperCase());
  }
}
for (const [sign, letter] of Object.entries(ALONE)) {
  PAIRS.set(sign, letter);
  PAIRS.set(sign.toUpperCase(), letter.toUpperCase());
}

const MARKED =
  /[aeouyôö][ùøûõïâáàåãäêéèúüë]|[AEOUYÔÖ][ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]|[ôöæóòîñÔÖÆÓÒÎÑ]/gu;

/** The text that VNI fonts would show; what is no VNI letter stays. */
export function fromVni(text: string): string {
  return text.replace(
    MARKED,
    (signs) => PAIRS.get(signs) ?? [...signs].map((sign) => PAIRS.get(sign) ?? sign).join(''),
  );
}

/** May a text be cut before its last character, or would that part a vowel from its mark? */
export const endsInVniVowel = (text: string): boolean => /[aeouyôöAEOUYÔÖ]$/u.test(text);
