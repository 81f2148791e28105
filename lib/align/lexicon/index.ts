import asset from './core.asset.json';
import { type Lexicon, parseLexicon } from './lexicon';

export { type Lexicon, parseLexicon } from './lexicon';

let core: Lexicon | undefined;

/** The project's own lexicon English - Vietnamese - Romanian, parsed on first use. */
export function coreLexicon(): Lexicon {
  core ??= parseLexicon(asset.rows, asset.langs, true);
  return core;
}
