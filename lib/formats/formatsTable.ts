import type { Format } from './Format';
import { FORMATS } from './formats';

/** The table of formats in the README, as Markdown: what each is read as, whether it is written, and what it loses. */
export function formatsTable(): string {
  const rows = (FORMATS as readonly Format[]).map((format) => {
    const read = format.reads ? 'text' : format.readsAligned ? 'aligned' : '–';
    const write = format.writes ? (format.pairOnly ? 'yes, one pair' : 'yes') : '–';
    const roundTrip = format.readsAligned && format.writes ? 'tested' : '–';
    const extension = format.extensions.map((one) => `\`.${one}\``).join(' ');
    return `| ${[format.name, extension, read, write, roundTrip, format.loses ?? '', format.specification].join(' | ')} |`;
  });
  return [
    '| format | files | read | write | round trip | loses | specification |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    BUNDLE,
    '',
  ].join('\n');
}

/** Not a format of alignments: it carries a document as it is, from one server to another. */
const BUNDLE =
  '| Triptych bundle | `.triptych` | a document | a document | tested | accounts that are unknown here | [lib/formats/README.md](lib/formats/README.md) |';
