import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { collectBytes, header, unit } from '@/tests/fixtures/formats/units';
import { writeMoses } from '../moses/writeMoses';
import { memorySpool } from '../Spool';
import type { MakeDeflater } from './Deflater';
import { portableDeflater } from './Deflater';

const pair = { ...header, langs: ['en', 'vi'] };
function* many(count: number) {
  for (let k = 0; k < count; k++) yield unit(String(k), { en: `A sentence ${k}.`, vi: `Một câu ${k}.` });
}

/** Packs somewhere else, and is ready whenever it likes: later pieces before earlier ones. */
const elsewhere =
  (seen: { packing: number; most: number }): MakeDeflater =>
  () => {
    const deflater = portableDeflater();
    let turn = 0;
    return {
      push: (bytes) => {
        const packed = deflater.push(bytes);
        seen.most = Math.max(seen.most, ++seen.packing);
        return new Promise((resolve) =>
          setTimeout(
            () => {
              seen.packing--;
              resolve(packed);
            },
            [9, 3, 0][turn++ % 3],
          ),
        );
      },
      end: () => deflater.end(),
    };
  };

describe('writeZip', () => {
  it('streams: the second file waits packed, and nothing else', async () => {
    let chunks = 0;
    let bytes = 0;
    for await (const chunk of writeMoses(pair, many(100_000))) {
      chunks++;
      bytes += chunk.length;
    }
    expect(chunks).toBeGreaterThan(20);
    expect(bytes).toBeLessThan(2_000_000);
  });

  it('keeps the order of pieces that are packed side by side, and does not let them pile up', async () => {
    const seen = { packing: 0, most: 0 };
    const bytes = await collectBytes(writeMoses(pair, many(60_000), { deflater: elsewhere(seen) }));
    expect(strFromU8(bytes)).toBe(strFromU8(await collectBytes(writeMoses(pair, many(60_000)))));
    expect(unzipSync(bytes)['corpus.vi'].length).toBeGreaterThan(128 * 1024);
    expect(seen.most).toBeGreaterThan(1);
    // Four files, two pieces each, and what one page of units adds.
    expect(seen.most).toBeLessThan(13);
    expect(seen.packing).toBe(0);
  });

  it('fails when packing fails, and lets go of what waits', async () => {
    let pieces = 0;
    const failing: MakeDeflater = () => ({
      push: async (bytes) => {
        if (++pieces > 20) throw new Error('no memory');
        return [bytes];
      },
      end: () => [],
    });
    let held = 0;
    let made = 0;
    const spool = () => {
      const one = memorySpool();
      held++;
      made++;
      return { ...one, drop: () => void held-- };
    };
    const written = collectBytes(writeMoses(pair, many(200_000), { deflater: failing, spool }));
    await expect(written).rejects.toThrow('no memory');
    expect(made).toBeGreaterThan(0);
    expect(held).toBe(0);
  });
});
