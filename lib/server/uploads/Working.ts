/** How far a long piece of work is: what is being done, and which share of it, 0..1. */
export type Progress = { step: 'waiting' | 'reading' | 'storing'; share: number };

/** What long work is given beside its input: when to stop, and where to say how far it is. */
export type Working = { signal: AbortSignal; progress: (progress: Progress) => void };

/** For callers who neither wait nor look. */
export const UNWATCHED: Working = { signal: new AbortController().signal, progress: () => undefined };
