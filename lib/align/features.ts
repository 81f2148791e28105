import { BEAD_TYPES, NARROW } from './beadTypes';

/** What the score of a path is a weighted sum of. Order is the order in the stored weights. */
export const FEATURES = [
  // Evidence by kind of term: nats that the words of one side are rendered on the other.
  'sourceLexicon',
  'sourceName',
  'sourceNumber',
  'sourceOther',
  'sourcePhrase',
  'sourceLearnt',
  'targetLexicon',
  'targetName',
  'targetNumber',
  'targetOther',
  'targetPhrase',
  'targetLearnt',
  'length',
  // Log prior of each bead type.
  ...BEAD_TYPES.slice(0, NARROW).map(([m, n]) => `bead${m}${n}`),
  'beadWide',
  'beadWider',
  // Nulls: outer ones stand between units of the other side, inner ones inside a unit.
  'sourceNullOuterOpen',
  'sourceNullOuterMore',
  'sourceNullInnerOpen',
  'sourceNullInnerMore',
  'targetNullOuterOpen',
  'targetNullOuterMore',
  'targetNullInnerOpen',
  'targetNullInnerMore',
  // Text left out on both sides at one place: looks like a replacement, is mostly a free translation.
  'nullBothOuter',
  'nullBothInner',
  // A bead that swallows a border of units, and a border of one side that is none on the other.
  'crossSource',
  'crossTarget',
  'tearSource',
  'tearTarget',
  // Final punctuation.
  'questionBoth',
  'questionOne',
  'endSame',
  'endDiffers',
  'quoteSame',
  'quoteDiffers',
] as const;

export const F: Readonly<Record<string, number>> = Object.fromEntries(FEATURES.map((name, k) => [name, k]));
