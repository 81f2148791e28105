import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeText } from '@/lib/bitext/makeText';
import type { TextState } from '@/lib/bitext/types';
import { placedUnits } from './placedUnits';
import { placeSegments } from './placeSegments';

const WORDS = ['Ánh', 'nước', 'tình', 'hoa', 'plânge', 'wept', 'house', 'river', 'đêm', 'și'];
/** Sentences of which no two are alike, in paragraphs of up to three. */
const anyText = fc
  .array(fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 4, maxLength: 9 }), {
    minLength: 8,
    maxLength: 24,
  })
  .map((list) =>
    list.map((words, k) => `${['Then', 'Now', 'Here'][k % 3]} “${words.join(` w${k} `)}” – end ${k}.`),
  );

/** What happens to a sentence on its way through other programs and hands. */
const CHANGES = {
  kept: (text: string) => text,
  decomposed: (text: string) => text.normalize('NFD'),
  spaced: (text: string) => text.replaceAll(' ', '  \n').trim(),
  typed: (text: string) => text.replace(/[“”]/gu, '"').replaceAll('–', '-'),
  corrected: (text: string) => text.replace(/w\d+/u, 'corrected'),
  replaced: (_: string, k: number) => `Quite another matter number ${k} altogether stands at this place!`,
  gone: () => null,
} as const;
type Change = keyof typeof CHANGES;
/** These are found again whatever happens around them. */
const FOLDED: readonly Change[] = ['kept', 'decomposed', 'spaced', 'typed'];

const asText = (sentences: readonly string[]): TextState => {
  const paragraphs = [];
  for (let k = 0; k < sentences.length; k += 3) paragraphs.push(sentences.slice(k, k + 3).join(' '));
  return { ...{ id: 't', lang: 'vi', corrections: [] }, ...makeText(paragraphs, 'vi', 'paragraph') };
};
const contentOf = ({ paragraphs }: TextState) => paragraphs.map(({ content }) => content).join('');

describe('placeSegments', () => {
  it('finds every sentence that says the same, and none in the place of another one', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...(Object.keys(CHANGES) as Change[]))), {
          maxLength: 8,
        }),
        (sentences, edits) => {
          const changes = new Map<number, Change>(
            edits.map(([at, change]) => [at % sentences.length, change]),
          );
          const text = asText(sentences);
          const whole = contentOf(text);
          const file = sentences.flatMap((sentence, k) => {
            const change = changes.get(k) ?? 'kept';
            const changed = CHANGES[change](sentence, k);
            return changed === null ? [] : [{ k, change, text: changed }];
          });
          const { segments } = placeSegments(file, text);
          for (const [n, { k, change }] of file.entries()) {
            const segment = segments[n];
            if (FOLDED.includes(change)) expect(segment, sentences[k]).not.toBeNull();
            if (change === 'replaced') expect(segment).toBeNull();
            if (segment) expect(whole.slice(segment.start, segment.end).trim()).toBe(sentences[k]);
          }
          // Beside what is gone, a word that was corrected may look like one of those; it is then left out, never misplaced.
          if (file.length === sentences.length)
            expect(file.filter(({ change }, n) => change === 'corrected' && !segments[n])).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
  it('says how well each of them fits', () => {
    const text = asText(['Anna “came” home to me.', 'She wept – as before.', 'The third one stands here.']);
    const fits = (files: string[]) =>
      placeSegments(
        files.map((one) => ({ text: one })),
        text,
      ).segments.map((one) => one?.fit ?? null);
    expect(fits(['Anna "came" home to me.', 'She wept – as before.', 'The third one stood here.'])).toEqual([
      ...['folded', 'exact', 'near'],
    ]);
    expect(
      fits(['Anna “came” home to me.', 'It rained all night long.', 'The third one stands here.']),
    ).toEqual([...['exact', null, 'exact']]);
  });
  it('gives up at once on a text in another language', () => {
    const words = (of: string, count: number) =>
      Array.from({ length: count }, (_, k) => ({ text: `${of}${k} ${of}x.` }));
    const text = asText(words('một', 3000).map((one) => one.text));
    expect(placeSegments(words('one', 3000), text).placed).toBe(0);
  });
});

describe('placedUnits', () => {
  it('cuts between sentences only, and lets a segment stand on the whole of one it begins in', () => {
    const text = asText(['Anna came home.', 'She wept.', 'Nobody saw her.']);
    const segments = placeSegments(
      [{ text: 'Anna came' }, { text: 'home. She wept.' }, { text: 'Nobody saw her.' }],
      text,
    );
    const { numbers, places, report } = placedUnits('x.xml', segments.segments, text);
    expect(places).toHaveLength(3);
    expect(numbers).toEqual([[0], [0], [1]]);
    expect(report).toMatchObject({ exact: 3, lost: 0, inside: 1 });
  });
});
