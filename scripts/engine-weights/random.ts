/** Seeded random numbers in [0, 1) (mulberry32): the same name gives the same documents on every machine. */
export function seeded(name: string): () => number {
  let state = 2166136261;
  for (const c of name) state = Math.imul(state ^ (c.codePointAt(0) ?? 0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
