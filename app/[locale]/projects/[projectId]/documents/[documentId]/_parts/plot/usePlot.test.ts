import { describe, expect, it } from 'vitest';
import { randomDocument } from '@/tests/helpers/randomDocument';
import { plotOfAddress } from './usePlot';

const state = randomDocument(8);
const bitext = Object.values(state.bitexts)[0]!;
const beadId = bitext.beads[1]!.id;
const read = (query: string) => plotOfAddress(new URLSearchParams(query), state);

describe('plotOfAddress', () => {
  it('opens the plot that the address names, at its bead', () => {
    const at = { bitextId: bitext.id, beadId };
    expect(read(`bead=${beadId}&plot=run`)).toEqual({ at, view: 'run' });
    expect(read(`plot=document&bead=${beadId}`)).toEqual({ at, view: 'document' });
  });
  it('opens none for what is not there', () => {
    for (const query of [`bead=${beadId}`, `bead=${beadId}&plot=x`, 'plot=run', 'plot=run&bead=x'])
      expect(read(query)).toBeNull();
  });
});
