import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitUnits } from '@/tests/fixtures/formats/splitUnits';
import { collectBytes, header } from '@/tests/fixtures/formats/units';
import { ALIGNED_FORMATS } from '../formats';
import { writeAlignment } from '../writeAlignment';
import { readAligned } from './readAligned';

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.integer({ min: 0, max: 30 }),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 8 }),
    fc
      .constantFrom('<', '>', '"', '\n', '\t', '&x;', '<link xtargets="a;b"/>', ']', '99999999999')
      .map((text) => new TextEncoder().encode(text)),
  ),
});

function edited(
  bytes: Uint8Array,
  edits: readonly { at: number; cut: number; put: Uint8Array }[],
): Uint8Array {
  let all = [...bytes];
  for (const { at, cut, put } of edits) {
    const from = Math.floor(at * all.length);
    all = [...all.slice(0, from), ...put, ...all.slice(from + cut)];
  }
  return new Uint8Array(all);
}

describe('readAligned of broken files', () => {
  it.each(ALIGNED_FORMATS.filter(({ writes }) => writes).map(({ id }) => id))(
    'answers with an error or a document, whatever became of %s',
    async (id) => {
      const chunks = await writeAlignment({ ...header, langs: ['en', 'vi'] }, splitUnits, id, {
        properties: true,
        nulls: 'keep',
      });
      if (!chunks.ok) throw new Error(chunks.error.code);
      const whole = await collectBytes(chunks.value);
      await fc.assert(
        fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (edits) => {
          const read = await readAligned([{ name: 'x', bytes: edited(whole, edits) }]);
          if (read.ok) expect(read.value.units.length).toBeGreaterThan(0);
          else expect(read.error.code).toMatch(/^import\./u);
        }),
        { numRuns: 150 },
      );
    },
  );
});
