import { type PdfLine, type PdfPage, quantile } from './PdfLine';

/** Lines at the top and the bottom that are looked at. */
const EDGE_LINES = 2;
/** Points by which a running line may stand higher or lower on the next page. */
const SAME_PLACE = 8;
/** Left and right pages have heads of their own; a page without one stands between. */
const NEAR_PAGES = 3;
/** A line on so many of the pages runs over them; on fewer it has to stand apart from the text. */
const MOST_PAGES = 0.4;
const PAGE_NUMBER =
  /^[\s\-–—[(|·•]*(?:page|trang|pagina|pag\.|p\.|tr\.)?\s*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|of|din|trên)\s*\d{1,4})?[\s\-–—\])|·•.]*$/iu;

type Edge = { line: PdfLine; page: number; key: string; fromTop: boolean };

/** Running heads, footers and page numbers: what stands at the same place on page after page, but for its number. */
export function dropRunningLines(pages: readonly PdfPage[]): PdfLine[][] {
  const edges = pages.flatMap((page, at) => edgesOf(page, at));
  const byKey = new Map<string, Edge[]>();
  for (const edge of edges) byKey.set(edge.key, [...(byKey.get(edge.key) ?? []), edge]);
  const isRunning = (edge: Edge): boolean => {
    const alike = byKey
      .get(edge.key)!
      .filter(({ page, line }) => page !== edge.page && Math.abs(line.y - edge.line.y) <= SAME_PLACE);
    if (pages.length === 1) return PAGE_NUMBER.test(edge.line.text) && isApart(edge, pages[0]!);
    return (
      alike.some(({ page }) => Math.abs(page - edge.page) <= NEAR_PAGES) &&
      (alike.length + 1 >= pages.length * MOST_PAGES || isSetApart(edge, pages[edge.page]!))
    );
  };
  return pages.map((page, at) => {
    const sides = [true, false].map((fromTop) => {
      const side = edges.filter((one) => one.page === at && one.fromTop === fromTop);
      // From the edge inwards: what stands behind a line of text is text.
      const end = side.findIndex((edge) => !isRunning(edge));
      return end < 0 ? side : side.slice(0, end);
    });
    const all = new Set(sides.flat().map(({ line }) => line));
    // Two pages of the same words are two pages: of these only what is outermost is no text.
    const dropped =
      all.size < page.lines.length ? all : new Set(sides.flatMap(([edge]) => (edge ? [edge.line] : [])));
    return page.lines.filter((line) => !dropped.has(line));
  });
}

function edgesOf({ lines }: PdfPage, page: number): Edge[] {
  const byHeight = [...lines].sort((a, b) => a.y - b.y);
  const edge = (fromTop: boolean) => (line: PdfLine) => ({ line, page, key: keyOf(line.text), fromTop });
  return [
    ...byHeight.slice(0, EDGE_LINES).map(edge(true)),
    ...byHeight.slice(-EDGE_LINES).reverse().map(edge(false)),
  ];
}

/** The same for all pages: numbers are one. */
function keyOf(text: string): string {
  if (PAGE_NUMBER.test(text)) return '#';
  return text.toLowerCase().replace(/\d+/gu, '#').replace(/\s+/gu, ' ').trim();
}

/** The room between the line and the text is more than the text has between its own lines, or its letters differ. */
function isSetApart({ line }: Edge, { lines }: PdfPage): boolean {
  if (PAGE_NUMBER.test(line.text)) return true;
  const others = lines.filter((other) => Math.abs(other.y - line.y) > 2);
  const heights = [...new Set(others.map(({ y }) => y))].sort((a, b) => a - b);
  const leading = quantile(
    heights.slice(1).map((y, at) => y - heights[at]!),
    0.5,
  );
  const nearest = [...others].sort((a, b) => Math.abs(a.y - line.y) - Math.abs(b.y - line.y))[0];
  if (!nearest) return true;
  return (
    Math.abs(nearest.y - line.y) > 1.25 * (leading || 1.2 * line.size) ||
    Math.abs(nearest.size - line.size) > 0.05 * line.size
  );
}

/** A number alone at the foot of the only page. */
function isApart({ line, fromTop }: Edge, { lines, height }: PdfPage): boolean {
  const nearest = Math.min(...lines.filter((other) => other !== line).map(({ y }) => Math.abs(y - line.y)));
  return !fromTop && line.y > height * 0.85 && nearest > 1.6 * line.size;
}
