import { findBead, textOf } from '@/lib/bitext/find';
import { innerSegmentBorders } from '@/lib/bitext/segments';
import { type BeadId, isEmpty, type Side } from '@/lib/bitext/types';
import { cutBefore, cutTargetAt } from '../moves';
import { editAndStay, type GetParts } from './parts';

/** Alt+X: cuts at the only place there is, or lets the arrows choose one. */
export function cuttingBeads(get: GetParts) {
  const cutAt = (beadId: BeadId, side: Side, at: number) => {
    const { store, setCutting } = get();
    const { state } = store.read();
    const found = findBead(state, beadId);
    if (!found) return;
    const newId = crypto.randomUUID();
    const command =
      side === 'target' && isEmpty(found.bead.source)
        ? cutTargetAt(found.bead, at, newId)
        : cutBefore(state, found, at, newId);
    setCutting(null);
    editAndStay(get, [command], { bitextId: found.bitext.id, beadId });
  };
  const confirmCut = () => {
    const { cutting } = get();
    if (cutting) cutAt(cutting.beadId, cutting.side, cutting.places[cutting.chosen]);
  };
  const cut = () => {
    const { situation, cutting, setCutting, say, store } = get();
    if (!situation.found) return;
    if (cutting) return confirmCut();
    const { bead, bitext } = situation.found;
    const side = isEmpty(bead.source) ? 'target' : 'source';
    const places = innerSegmentBorders(textOf(store.read().state, bitext, side), bead[side]);
    if (!places.length) return say('nothingToCut');
    if (places.length === 1) return cutAt(bead.id, side, places[0]);
    setCutting({ beadId: bead.id, side, places, chosen: 0 });
    say('cutAsk', { count: places.length });
  };
  const chooseCut = (delta: number) => {
    const { cutting, setCutting } = get();
    if (!cutting) return;
    const chosen = Math.min(cutting.places.length - 1, Math.max(0, cutting.chosen + delta));
    setCutting({ ...cutting, chosen });
  };
  return { cut, cutAt, confirmCut, chooseCut };
}
