/** Prints a table as Markdown with aligned columns: readable in a terminal, and in the README as it stands. */
export function printTable(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  console.log(`\n## ${title}\n`);
  const all = [head, ...rows];
  const widths = head.map((_, k) => Math.max(3, ...all.map((row) => (row[k] ?? '').length)));
  const line = (row: readonly string[]) =>
    `| ${widths.map((w, k) => (row[k] ?? '').padEnd(w)).join(' | ')} |`;
  console.log(line(head));
  console.log(`| ${widths.map((w) => '-'.repeat(w)).join(' | ')} |`);
  for (const row of rows) console.log(line(row));
}
