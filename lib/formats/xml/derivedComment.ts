import type { ExportHeader } from '../ExportUnit';
import { fileTag } from '../languageTag';
import type { WriteOptions } from '../WriteOptions';

/** Where a format has no other place to say it: that nobody has aligned these two, but both with a third. */
export function derivedComment({ derivedOver }: ExportHeader, { languageTags }: WriteOptions): string {
  return derivedOver
    ? `<!-- derived: joined over ${fileTag(derivedOver, languageTags).replace(/-{2,}/gu, '-')} -->\n`
    : '';
}
