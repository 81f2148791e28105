import { expect, it } from 'vitest';
import { randomDocument } from '@/tests/helpers/randomDocument';
import { missingRight, type Situation } from './registry';

const state = randomDocument(8);
const bitext = Object.values(state.bitexts)[0]!;
const [bead, next] = bitext.beads;
const reader: Situation = {
  found: { bitext, bead: { ...bead!, status: 'confirmed' }, previous: undefined, next },
  disputed: false,
  actorId: 'reader',
  selfReview: false,
  mayEdit: false,
  mayReview: false,
  edits: [],
  ghosting: false,
  pinning: false,
};

it('names the right that is missing, and only where nothing else is', () => {
  expect(missingRight('confirm', reader)).toBe('edit');
  expect(missingRight('approve', reader)).toBe('review');
  expect(missingRight('confirm', { ...reader, found: null })).toBeNull();
  expect(missingRight('confirm', { ...reader, mayEdit: true })).toBeNull();
  // Somebody's own work, or a suggestion that isn't there, is no matter of rights: Tab goes on to the next column.
  expect(missingRight('approve', { ...reader, disputed: true })).toBeNull();
  expect(missingRight('takeGhost', reader)).toBeNull();
  expect(missingRight('nextLanguage', reader)).toBeNull();
});
