/** `*** START OF THE PROJECT GUTENBERG EBOOK …`, also `*END*THE SMALL PRINT!` of older files, and `End of …` without stars. */
const START = /^\s*(?:\*{3}\s*START OF (?:THE|THIS) PROJECT GUTENBERG|\*END\*\s*THE SMALL PRINT)/iu;
const END = /^\s*(?:\*{3}\s*)?END OF (?:THE|THIS) PROJECT GUTENBERG/iu;

/** Indexes of the paragraphs that Project Gutenberg puts before and after its books: licence and history of the file. */
export function gutenbergBoilerplate(paragraphs: readonly string[]): number[] {
  const start = paragraphs.findIndex((paragraph) => START.test(paragraph));
  const end = paragraphs.findIndex((paragraph, at) => at > start && END.test(paragraph));
  return [...paragraphs.keys()].filter((at) => at <= start || (end >= 0 && at >= end));
}
