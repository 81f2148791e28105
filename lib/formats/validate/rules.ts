/**
 * - `error`: readers refuse the file, or read something else than what was meant
 * - `warning`: some readers that people use trip over it
 * - `note`: worth knowing
 */
export type Severity = 'error' | 'warning' | 'note';

type Rule = {
  severity: Severity;
  /** Comes of what somebody asked a writer for, and is right for other readers. */
  choice?: true;
};

const error: Rule = { severity: 'error' };
const warning: Rule = { severity: 'warning' };
const choice: Rule = { severity: 'warning', choice: true };
const note: Rule = { severity: 'note' };

/** Everything that is looked for, by area and what is wrong. */
export const RULES = {
  // any file
  'file.unreadable': error,
  'encoding.bom': choice,
  'encoding.utf16': warning,
  'encoding.notUtf8': error,
  'encoding.declared': warning,
  'chars.nul': error,
  'lines.breaks': warning,
  'lines.cr': warning,
  'language.underscore': warning,
  'language.malformed': warning,
  // XML
  'xml.notWellFormed': error,
  'xml.entity': error,
  'xml.externalDtd': note,
  // TMX
  'tmx.version': warning,
  'tmx.structure': error,
  'tmx.attribute': error,
  'tmx.attributeMissing': error,
  'tmx.date': warning,
  'tmx.languageMissing': error,
  'tmx.sourceLanguage': warning,
  'tmx.oneLanguage': choice,
  'tmx.manyLanguages': choice,
  'tmx.languageTwice': warning,
  'tmx.emptySegment': warning,
  'tmx.codes': error,
  // XLIFF
  'xliff.version': error,
  'xliff.minorVersion': note,
  'xliff.namespace': warning,
  'xliff.languageMissing': error,
  'xliff.targetLanguage': warning,
  'xliff.idMissing': error,
  'xliff.idTwice': error,
  'xliff.group': warning,
  'xliff.state': warning,
  'xliff.noTarget': choice,
  'xliff.emptySource': choice,
  'xliff.emptyTarget': warning,
  'xliff.severalSegments': note,
  'xliff.codes': warning,
  // XCES, InterText
  'xces.documentMissing': error,
  'xces.ending': warning,
  'xces.targets': error,
  'xces.nothingLinked': warning,
  'xces.order': warning,
  'xces.unknownId': error,
  'xces.idTwice': error,
  'xces.linkedTwice': warning,
  'xces.crossing': warning,
  'xces.noTexts': note,
  // TEI
  'tei.namespace': warning,
  'tei.idTwice': error,
  'tei.targetMissing': error,
  'tei.oneTarget': warning,
  'tei.nothingLinked': warning,
  // tables
  'table.ragged': error,
  'table.openQuote': error,
  'table.strayQuote': warning,
  'table.noHeader': warning,
  'table.columnTwice': warning,
  'table.delimiters': warning,
  'table.emptyRow': warning,
  'table.mark': note,
  'table.formula': choice,
  'table.breakInCell': choice,
  'table.tabInCell': choice,
  // line files
  'moses.oneFile': error,
  'moses.lineCount': error,
  'moses.emptyLine': choice,
  'jsonl.badLine': error,
  'jsonl.notObject': error,
  'jsonl.blankLine': warning,
  'jsonl.keys': warning,
  'jsonl.emptyText': choice,
  // links by line numbers
  'ladder.line': error,
  'ladder.start': error,
  'ladder.order': error,
  'ladder.range': error,
  'ladder.end': warning,
  'ladder.standing': warning,
  'links.line': error,
  'links.order': error,
  'links.twice': error,
  'links.hole': warning,
  'links.range': error,
  'links.noTexts': note,
  // texts
  'text.uncertainEncoding': warning,
  'text.legacyEncoding': warning,
  'text.mojibake': error,
  'text.decomposed': note,
  'text.mixedForms': warning,
  'text.cedilla': warning,
  'text.zeroWidth': warning,
  'text.bidi': warning,
  'text.softHyphen': note,
  'text.replacement': error,
  'text.control': warning,
  'text.hardWraps': warning,
  'text.longParagraph': warning,
} as const satisfies Record<string, Rule>;

export type FindingCode = keyof typeof RULES;
export const FINDING_CODES = Object.keys(RULES) as FindingCode[];

/** Whether it comes of a choice that somebody made, so that a good file may have it. */
export const isChoice = (code: FindingCode): boolean => 'choice' in RULES[code];
