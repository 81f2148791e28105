import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from './readText';
import { TEXT_FORMATS } from './TextDraft';

// Mutated real files, against every reader: `npm run test:slow`. What must hold is little and strict: an answer that is
// a draft or a code of an import, soon.
const RUNS = Number(process.env.FUZZ_RUNS ?? 300);
const MOST_SECONDS = 10;
const files = ['tests/fixtures/texts', 'tests/fixtures/texts/real'].flatMap((folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map(({ name }) => [name, readFileSync(`${folder}/${name}`)] as const),
);

type Mutation = {
  kind: 'flip' | 'cut' | 'repeat' | 'drop' | 'insert';
  at: number;
  length: number;
  byte: number;
};
const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('flip', 'flip', 'flip', 'cut', 'repeat', 'drop', 'insert'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 400 }),
  byte: fc.nat(255),
});

const mutate = (bytes: Uint8Array, mutations: readonly Mutation[]): Uint8Array =>
  mutations.reduce(mutated, bytes);

function mutated(now: Uint8Array, { kind, at: share, length, byte }: Mutation): Uint8Array {
  const at = Math.floor(share * now.length);
  const [before, middle, after] = [
    now.subarray(0, at),
    now.subarray(at, at + length),
    now.subarray(at + length),
  ];
  switch (kind) {
    case 'flip': {
      const flipped = now.slice();
      if (at < flipped.length) flipped[at] = byte;
      return flipped;
    }
    case 'cut':
      return before.slice();
    case 'repeat':
      return Uint8Array.of(...before, ...middle, ...middle, ...middle, ...after);
    case 'drop':
      return Uint8Array.of(...before, ...after);
    case 'insert':
      return Uint8Array.of(...before, ...new Uint8Array(length).fill(byte), ...middle, ...after);
  }
}

async function answersSoon(bytes: Uint8Array, options: Parameters<typeof readText>[1]) {
  const start = performance.now();
  const read = await readText(bytes, options);
  expect((performance.now() - start) / 1000).toBeLessThan(MOST_SECONDS);
  if (!read.ok) expect(read.error.code).toMatch(/^import\./u);
  else {
    expect(read.value.paragraphs.length).toBeGreaterThan(0);
    for (const paragraph of read.value.paragraphs) expect(paragraph).not.toContain('\0');
  }
}

describe('readText', () => {
  it.each(files)(
    'survives %s, mutated',
    async (fileName, bytes) => {
      const mutations = fc.array(mutation, { minLength: 1, maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(mutations, fc.boolean(), (list, named) =>
          answersSoon(mutate(new Uint8Array(bytes), list), named ? { fileName } : {}),
        ),
        { numRuns: RUNS },
      );
    },
    600_000,
  );

  it('survives a file that is taken for any format', async () => {
    const format = fc.constantFrom(...TEXT_FORMATS);
    const file = fc.constantFrom(...files.map(([, bytes]) => new Uint8Array(bytes)));
    await fc.assert(
      fc.asyncProperty(file, format, (bytes, as) => answersSoon(bytes, { format: as })),
      { numRuns: RUNS },
    );
  }, 600_000);
});
