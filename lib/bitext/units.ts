/**
 * What the unit of alignment is in a text: the reference is aligned by sentence, a translation by paragraph unless
 * somebody wants sentence against sentence.
 */
export const UNITS = ['paragraph', 'sentence'] as const;
export type Unit = (typeof UNITS)[number];
