/** A place in the grid that something can be dropped on: a paragraph of a translation. */
export type Drop = { bitextId: string; beadId: string; targetAt: number | null; box: DOMRect };

/** What is under a point of the screen; a bead without a paragraph has its cell. */
export function dropAt(x: number, y: number): Drop | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const cell = element.closest<HTMLElement>('[data-bead]');
    if (!cell) continue;
    const { bead: beadId, bitext: bitextId } = cell.dataset;
    if (!beadId || !bitextId) return null;
    const paragraph =
      element.closest<HTMLElement>('[data-target-at]') ?? cell.querySelector<HTMLElement>('[data-target-at]');
    const at = paragraph?.dataset.targetAt;
    return {
      bitextId,
      beadId,
      targetAt: at === undefined ? null : Number(at),
      box: (paragraph ?? cell).getBoundingClientRect(),
    };
  }
  return null;
}
