import { err, ok, type Result } from '@/lib/result';
import { isBlank } from '../lines';
import type { ReadParagraphs } from '../TextDraft';
import { boundStreams } from './boundStreams';
import { dropRunningLines } from './dropRunningLines';
import { GlyphReader, type Matrix, type TextOperator } from './GlyphReader';
import { joinParagraphs } from './joinParagraphs';
import { joinWords } from './joinRuns';
import { layColumns } from './layColumns';
import { loadPdfJs, type Pdf } from './loadPdfJs';
import type { PdfPage } from './PdfLine';
import { runOperators } from './runOperators';

/** PDF.js needs the whole file in memory, and a copy of it. */
export const MAX_PDF_BYTES = 100 * 1024 * 1024;
const MAX_PAGES = 10_000;
/** A newspaper's page has ten thousand. */
const MAX_PAGE_WORDS = 100_000;
const MAX_OPERATORS = 20_000_000;
/** Pages on which hardly a letter stands are pictures of pages. */
const LETTERS_A_PAGE = 3;

/**
 * Paragraphs of a PDF, rebuilt from where its letters stand (ISO 32000-1 knows no paragraphs): columns, lines and
 * indents, hyphens at line ends joined, running heads and page numbers left out, notes last. PDF.js reads the file; its
 * scripts are never run. Without text, as from a scanner, it is `import.noTextLayer`.
 */
export async function readPdf(bytes: Uint8Array): Promise<Result<ReadParagraphs>> {
  if (bytes.length > MAX_PDF_BYTES) {
    const mb = 1024 * 1024;
    return err('import.tooLarge', { sizeMb: Math.ceil(bytes.length / mb), limitMb: MAX_PDF_BYTES / mb });
  }
  const refusal = boundStreams(bytes);
  if (refusal) return refusal;
  const { operators, open } = await loadPdfJs();
  const opened = await open(bytes);
  if (!opened.ok) return opened;
  const pdf = opened.value;
  try {
    if (pdf.numPages > MAX_PAGES)
      return err('import.tooManyPages', { count: pdf.numPages, limit: MAX_PAGES });
    const pages: PdfPage[] = [];
    let letters = 0;
    let all = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await readPage(pdf, number, operators);
      if (page === null)
        return err('import.brokenFile', { format: 'pdf', part: `page ${number}`, position: 0 });
      if (page === 'tooMuch') return err('import.tooComplex');
      all += page.operators;
      if (all > MAX_OPERATORS) return err('import.tooComplex');
      letters += page.lines.reduce((sum, { text }) => sum + text.trim().length, 0);
      pages.push(page);
    }
    if (letters < LETTERS_A_PAGE * pages.length) return err('import.noTextLayer', { pages: pages.length });
    const paragraphs = joinParagraphs(dropRunningLines(pages));
    return ok({
      paragraphs: paragraphs.map(tidy).filter((paragraph) => !isBlank(paragraph)),
      title: await titleOf(pdf),
    });
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** The lines of a page in reading order, and the number of its operators; null when its content cannot be read. */
async function readPage(
  pdf: Pdf,
  number: number,
  operators: ReadonlyMap<number, TextOperator>,
): Promise<(PdfPage & { operators: number }) | 'tooMuch' | null> {
  try {
    const page = await pdf.getPage(number);
    const { transform, height } = page.getViewport({ scale: 1 });
    const reader = new GlyphReader(transform as unknown as Matrix, (font) => unitOf(page, font));
    const count = await runOperators(page, (operator, args) => {
      const name = operators.get(operator);
      if (name) reader.run(name, args);
      return reader.words.length <= MAX_PAGE_WORDS;
    });
    if (count === null) return 'tooMuch';
    page.cleanup();
    const lines = layColumns(joinWords(reader.end())).flatMap(({ lines: column, left, right }) =>
      column.map((line) => ({ ...line, page: number, left, right })),
    );
    return { lines, height, operators: count };
  } catch {
    return null; // PDF.js throws plain errors at broken streams and fonts; the page is what a person can be told.
  }
}

/** Fonts that draw their glyphs themselves (Type 3) bring a matrix of their own. */
function unitOf(page: Awaited<ReturnType<Pdf['getPage']>>, font: string): number {
  const known: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : null;
  const matrix =
    typeof known === 'object' && known !== null && 'fontMatrix' in known ? known.fontMatrix : null;
  return Array.isArray(matrix) && typeof matrix[0] === 'number' && matrix[0] !== 0
    ? Math.abs(matrix[0])
    : 0.001;
}

/** White space is layout. */
function tidy(paragraph: string): string {
  return paragraph.replace(/[ \t\r\n]+/gu, ' ').replace(/^ | $/gu, '');
}

/** The title that its metadata give; names of files are none. */
async function titleOf(pdf: Pdf): Promise<string | null> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() : '';
  return title === '' || /\.(?:docx?|pdf|odt|indd|qxd|tex|dvi)$/iu.test(title) ? null : title;
}
