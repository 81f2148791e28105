import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../lines';
import { PARAGRAPH_STYLES, type ParagraphStyle } from '../TextDraft';
import { splitParagraphs } from './splitParagraphs';

const split = (text: string, style?: ParagraphStyle) => splitParagraphs(() => linesOf([text]), style);

const WRAPPED = `All happy families are alike; each unhappy family is unhappy in its own
way. Everything was in confusion in the Oblonskys' house. The wife had
discovered that the husband was carrying on an intrigue.

Three days after the quarrel, Prince Stepan Arkadyevitch Oblonsky--Stiva,
as he was called in the fashionable world--woke up at his usual hour.

  Short verse,
  another line
  and the last.
`;

describe('splitParagraphs', () => {
  it('knows text that was wrapped, and joins its lines, but not verse', () => {
    const { paragraphs, style } = split(WRAPPED);
    expect(style).toBe('wrapped');
    expect(paragraphs).toEqual([
      "All happy families are alike; each unhappy family is unhappy in its own way. Everything was in confusion in the Oblonskys' house. The wife had discovered that the husband was carrying on an intrigue.",
      'Three days after the quarrel, Prince Stepan Arkadyevitch Oblonsky--Stiva, as he was called in the fashionable world--woke up at his usual hour.',
      '  Short verse,\n  another line\n  and the last.',
    ]);
  });

  it('puts no space behind a hyphen at a line end, nor beside dashes that have none elsewhere', () => {
    const lines = (dash: string) => [
      `He turned over his stout, well-cared-for person${dash}so they say, and well-`,
      `cared-for it was${dash}on the springy sofa, as though he would sink into${dash.trimEnd()}`,
      `a long sleep again, but suddenly he jumped up, sat up on the sofa, and`,
      'opened his eyes -- and so on.',
    ];
    for (const dash of ['--', '\u2014', ' \u2013 ']) {
      const text = lines(dash).join('\n');
      const { paragraphs } = split(`${text}\n\n${text}`);
      expect(paragraphs[0]).toBe(
        `He turned over his stout, well-cared-for person${dash}so they say, and well-cared-for it was${dash}on the springy sofa, as though he would sink into${dash}a long sleep again, but suddenly he jumped up, sat up on the sofa, and opened his eyes -- and so on.`,
      );
    }
  });

  it('leaves verse as it is: short lines are no wrapped ones', () => {
    const verse =
      'Trăm năm trong cõi người ta,\nChữ tài chữ mệnh khéo là ghét nhau.\n\nTrải qua một cuộc bể dâu,\nNhững điều trông thấy mà đau đớn lòng.';
    expect(split(verse)).toEqual({ style: 'blankLine', paragraphs: verse.split('\n\n') });
  });

  it.each(['  ', '\t', '\u3000'])(
    'begins a paragraph at each indented line of a book without blank lines: %j',
    (indent) => {
      const paragraphs = [
        'All happy families are alike; each unhappy family is unhappy in its own way.',
        "Everything was in confusion in the Oblonskys' house. The wife had discovered that the husband was carrying on an intrigue with a French girl, who had been a governess in their family.",
        '“Well?” he said.',
        '“Nothing.”',
        'Three days after the quarrel, Prince Stepan Arkadyevitch Oblonsky--Stiva, as he was called in the fashionable world--woke up at his usual hour, that is, at eight o’clock in the morning.',
        'He turned over his stout, well-cared-for person on the springy sofa, as though he would sink into a long sleep again.',
      ].map((paragraph) => indent + paragraph);
      const text = paragraphs.map((paragraph) => paragraph.replace(/(.{50,62}) /gu, '$1\n')).join('\n');
      expect(split(text)).toEqual({ style: 'indented', paragraphs });
      const parts = `CHAPTER I\n\n${text}\n\n\nCHAPTER II\n\n${text}`;
      expect(split(parts)).toEqual({
        style: 'indented',
        paragraphs: ['CHAPTER I', ...paragraphs, 'CHAPTER II', ...paragraphs],
      });
      expect(split(text, 'blankLine').paragraphs).toEqual([text]);
    },
  );

  it('takes quotations that are indented as a whole for no paragraphs of one line each', () => {
    const quoted = WRAPPED.replace(
      '  Short verse,',
      'He went on reading for a while, and this is what he found in the book\n  Short verse,',
    );
    expect(split(`${quoted}\n${quoted}`).style).toBe('wrapped');
  });

  it('takes one paragraph a line where nothing parts them', () => {
    expect(split('one\ntwo\nthree')).toMatchObject({ style: 'line', paragraphs: ['one', 'two', 'three'] });
  });

  it('keeps every character that is not a line end, however the text is cut and read', () => {
    const text = fc
      .array(fc.constantFrom('a', 'bc ', '\n', '\r\n', '\r', '\u2028', '\f', ' ', 'ế'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(7), fc.constantFrom(...PARAGRAPH_STYLES), (whole, step, style) => {
        const slices = Array.from({ length: Math.ceil(whole.length / (step + 1)) }, (_, k) =>
          whole.slice(k * (step + 1), (k + 1) * (step + 1)),
        );
        const cut = splitParagraphs(() => linesOf(slices), style);
        expect(cut).toEqual(split(whole, style));
        expect(cut.paragraphs.join('').replace(/\s/gu, '')).toBe(whole.replace(/\s/gu, ''));
      }),
    );
  });
});
