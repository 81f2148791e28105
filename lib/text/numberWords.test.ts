import { expect, test } from 'vitest';
import { foldForMatching } from './fold';
import { isNumberWord, numberOfWords, saysNumber } from './numberWords';

const value = (text: string, lang: string) => numberOfWords(foldForMatching(text, lang).split(/[ -]/), lang);

test.each([
  ['en', 'fifteen', 15],
  ['en', 'fifteenth', 15],
  ['en', 'thirty-seven', 37],
  ['en', 'twenty-first', 21],
  ['en', 'a hundred', 100],
  ['en', 'two hundred and six', 206],
  ['en', 'one hundred thirty', 130],
  ['en', 'fifteen hundred', 1500],
  ['en', 'three thousand two hundred and forty-five', 3245],
  ['en', 'six hundred three thousand five hundred fifty', 603_550],
  ['en', 'two three', null],
  ['en', 'twenty and', null],
  ['en', 'twenty eleven', null],
  ['en', 'king', null],
  ['ro', 'cincisprezece', 15],
  ['ro', 'al cincisprezecelea', 15],
  ['ro', 'a cincisprezecea', 15],
  ['ro', 'al treilea', 3],
  ['ro', 'treizeci și șapte', 37],
  ['ro', 'o sută douăzeci și unu', 121],
  ['ro', 'două mii nouăsprezece', 2019],
  ['ro', 'douăzeci de mii', 20_000],
  ['ro', 'un milion', 1_000_000],
  ['vi', 'mười lăm', 15],
  ['vi', 'thứ mười lăm', 15],
  ['vi', 'hai mươi mốt', 21],
  ['vi', 'ba mươi bảy', 37],
  ['vi', 'một trăm linh năm', 105],
  ['vi', 'hai trăm ba mươi tư', 234],
  ['vi', 'sáu trăm ba ngàn năm trăm năm mươi', 603_550],
  ['vi', 'mươi', null],
])('%s: %s is %s', (lang, text, number) => expect(value(text, lang)).toBe(number));

test('numbers begin with number words, in languages that we know', () => {
  expect(isNumberWord('seven', 'en')).toBe(true);
  expect(isNumberWord('king', 'en')).toBe(false);
  expect(saysNumber('seven', 'en')).toBe(true);
  expect(saysNumber('a', 'en')).toBe(false);
  expect(numberOfWords(['sept'], 'fr')).toBe(null);
});
