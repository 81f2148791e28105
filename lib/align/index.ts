export { align } from './align';
export { alignRun, RUN_CONTEXT } from './alignRun';
export { type Alternative, alternatives } from './alternatives';
export { type ExplainKind, type Explanation, explain, type Place } from './explain';
export { ladderBeads } from './ladderBeads';
export { learn } from './learn';
export type { LearntLexicon, LearntPair } from './learnt';
export { coreLexicon, type Lexicon, parseLexicon } from './lexicon';
export type { AlignInput, AlignOutput, AlignSide, Lock, Pin } from './types';
