import type { LinkAbout } from '../aligned/addRuns';
import type { TextLink } from '../aligned/coverTexts';
import type { Sentence } from '../xces/readSentences';

/** A link by ids, in the two halves in which the file writes it. */
export type IdLink = { halves: [string[], string[]]; about: LinkAbout; line: number };

/** A text that came with the links: its segments as each half of the links would speak of them. */
export type AttachedText = { name: string; halves: [Sentence[], Sentence[]] };

/** An alignment without texts of its own, or with texts that only serve to know what its ids mean. */
export type Attachment =
  | {
      by: 'ids';
      file: string;
      format: 'xces' | 'intertext';
      links: IdLink[];
      /** Languages of the documents that the halves would be of, as far as their names tell; in the order of the halves. */
      langs: [string | null, string | null];
      texts: AttachedText[];
    }
  | {
      by: 'lines';
      file: string;
      format: 'hunalign' | 'vecalign';
      links: TextLink<LinkAbout>[];
      /** Lines of the first and of the second text. */
      height: [number, number];
    };
