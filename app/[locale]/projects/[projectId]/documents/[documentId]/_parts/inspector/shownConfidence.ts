/** Never more than 99 %: nothing here is certain. */
export const shownConfidence = (probability: number): number =>
  Math.min(0.99, Math.floor(probability * 100) / 100);
