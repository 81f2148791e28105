import { describe, expect, it } from 'vitest';
import { bandsOf } from '@/lib/bitext/bands';
import { isEmpty, isNull } from '@/lib/bitext/types';
import { randomDocument } from '@/tests/helpers/randomDocument';
import { cutBefore } from '../commands/moves';
import { reuseBands } from '../grid/reuseBands';
import { ANY_CHECK, type Filter, matches, NO_FILTER, readFilter, writeFilter } from './filters';

const state = randomDocument(8);
const bitext = Object.values(state.bitexts)[0]!;
const shown = (filter: Partial<Filter>, disputed: string[] = [], hits: Set<string> | null = null) =>
  bitext.beads.filter((bead) =>
    matches({ ...NO_FILTER, ...filter }, bead, bitext.id, {
      state,
      disputed: new Set(disputed),
      hits,
      findings: new Map([[bitext.beads[1]!.id, [{ check: 'numbers' }]]]),
    }),
  );

describe('readFilter', () => {
  it('reads what was written, and nothing that makes no sense', () => {
    const filter: Filter = {
      statuses: ['machine', 'approved'],
      below: 0.5,
      only: 'nulls',
      check: 'numbers',
      text: 'yêu & anh',
      regex: true,
      exact: false,
    };
    expect(readFilter(writeFilter(new URLSearchParams('tab=1&below=9'), filter))).toEqual(filter);
    expect(readFilter(new URLSearchParams('status=x&below=7&only=y'))).toEqual(NO_FILTER);
    expect(writeFilter(new URLSearchParams('tab=1&q=x'), NO_FILTER).toString()).toBe('tab=1');
  });
});

describe('matches', () => {
  it('shows what was asked for', () => {
    expect(shown({})).toEqual(bitext.beads);
    expect(shown({ only: 'nulls' })).toEqual(bitext.beads.filter(isNull));
    expect(shown({ statuses: ['machine'] })).toEqual(bitext.beads.filter((b) => b.status === 'machine'));
    expect(shown({ below: 0.5 })).toEqual(bitext.beads.filter((b) => b.confidence! < 0.5));
    expect(shown({ only: 'disputed' }, [bitext.beads[0]!.id])).toEqual([bitext.beads[0]]);
  });
  it('asks the database for words, and the checks for theirs', () => {
    expect(shown({ text: 'x' }, [], new Set([bitext.beads[2]!.id]))).toEqual([bitext.beads[2]]);
    expect(shown({ check: 'numbers' })).toEqual([bitext.beads[1]]);
    expect(shown({ check: ANY_CHECK })).toEqual([bitext.beads[1]]);
    expect(shown({ check: 'names' })).toEqual([]);
  });
});

describe('reuseBands', () => {
  it('keeps what has not changed, and nothing else', () => {
    const reference = state.texts[bitext.sourceTextId]!;
    const all = Object.values(state.bitexts);
    const earlier = bandsOf(reference, all);
    expect(reuseBands(earlier, bandsOf(reference, all)).every((band, k) => band === earlier[k])).toBe(true);
    const [first, ...rest] = bitext.beads;
    const changed = all.map((one) => (one === bitext ? { ...one, beads: [{ ...first! }, ...rest] } : one));
    const again = reuseBands(earlier, bandsOf(reference, changed));
    const held = earlier.findIndex((band) => band.cells[bitext.id]!.some((cell) => cell.bead === first));
    expect(again.map((band, k) => band !== earlier[k])).toEqual(earlier.map((_, k) => k === held));
  });
});

describe('cutBefore', () => {
  it('cuts inside the bead', () => {
    for (const bead of bitext.beads.filter((b) => !isEmpty(b.source))) {
      const cut = cutBefore(state, { bitext, bead }, bead.source.start, 'new');
      expect(cut).toMatchObject({ type: 'cut', bead: bead.id, sourceAt: bead.source.start });
      if (cut.type === 'cut')
        expect(cut.targetAt >= bead.target.start && cut.targetAt <= bead.target.end).toBe(true);
    }
  });
});
