import { primary } from '../text';

/** en and en-GB are one language to the engine. */
export const sameLanguage = (x: string, y: string): boolean => primary(x) === primary(y);
