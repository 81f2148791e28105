/** The rows of a tab-separated file with a header line, as `writeTsv` writes it: field by column name. */
export function readTsv(text: string): Record<string, string>[] {
  const lines = text.replace(/^\ufeff/u, '').split(/\r?\n/u);
  const columns = lines.shift()?.split('\t') ?? [];
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => {
    const fields = line.split('\t');
    return Object.fromEntries(columns.map((column, at) => [column, fields[at] ?? '']));
  });
}
