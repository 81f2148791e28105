import type { AlignedFile } from '@/lib/formats/aligned/AlignedDocument';
import { formatOfFile } from '@/lib/formats/formats';
import { sniffFile } from '@/lib/formats/validate/sniffFiles';

/** Whether files are texts with their alignment rather than texts: some of them say so, or they are a Moses pair. */
export function isAlignedData(files: readonly AlignedFile[]): boolean {
  const kinds = files.map((file) => sniffFile(file).kind);
  if (kinds.every((kind) => kind === 'moses')) return files.length > 1;
  return files.some(({ name }, at) => {
    if (['text', 'xml', 'aside', 'moses'].includes(kinds[at])) return false;
    const format = formatOfFile(name);
    // Zip files of unknown endings are archives of aligned data; those of office programs are known.
    return kinds[at] !== 'other' || Boolean(format?.readsAligned) || /\.zip$/iu.test(name);
  });
}
