import { describe, expect, it, vi } from 'vitest';
import { makeText } from '@/lib/bitext/makeText';
import type { PackedText } from '@/lib/bitext/packed';
import { type SweepTask, sweepInSteps } from '@/lib/checks/sweep';
import { sweepInThread } from './sweepInThread';

vi.mock('node:worker_threads', async (original) => {
  const { withTypeScript } = await import('@/tests/helpers/typescriptWorkers');
  return withTypeScript(await original());
});

const packed = (id: string, lang: string, contents: readonly string[]): PackedText => {
  const { paragraphs, borders } = makeText(contents, lang, 'paragraph');
  return {
    ...{ id, lang, contents, corrections: [] },
    starts: Int32Array.from(paragraphs, ({ start }) => start),
    borders: Int32Array.from(borders, ({ at }) => at),
  };
};

/** Paragraph to paragraph; every seventh has another number than its source. */
function task(): SweepTask {
  const numbers = Array.from({ length: 60 }, (_, k) => k);
  const source = packed(
    'source',
    'en',
    numbers.map((k) => `In the year ${1800 + k} Levin mowed the long meadow again.`),
  );
  const target = packed(
    'target',
    'ro',
    numbers.map((k) => `În anul ${1800 + k + (k % 7 ? 0 : 20)} Levin a cosit din nou pajiștea lungă.`),
  );
  const ids = numbers.map((k) => `00000000-0000-0000-0000-${String(k).padStart(12, '0')}`).join('');
  return {
    ...{ source, target },
    beads: { ids, sourceEnds: source.borders.slice(1), targetEnds: target.borders.slice(1) },
  };
}

describe('sweepInThread', () => {
  it('finds what is found without a thread, several at once', async () => {
    const steps = sweepInSteps(task());
    let step = steps.next();
    while (!step.done) step = steps.next();
    const here = step.value;
    expect(here.found.find(({ check }) => check === 'numbers')?.beads).toContain(7);
    expect(here.fingerprints.length).toBeGreaterThan(0);
    const all = await Promise.all([0, 1, 2].map(() => sweepInThread(task())));
    for (const one of all) expect(one).toEqual(here);
  });
});
