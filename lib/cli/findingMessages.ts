import { createTranslator } from 'next-intl';
import type { Finding } from '@/lib/formats/validate/Findings';
import type { FindingCode } from '@/lib/formats/validate/rules';

/** What `validate` says, in English with ICU arguments: what is wrong, and who trips over it. */
const MESSAGES: Record<FindingCode, string> = {
  'file.unreadable': 'This file cannot be read ({reason}).',
  'encoding.bom':
    'A byte order mark stands before the text: many tools take it for a part of the first word.',
  'encoding.utf16': 'The encoding is {encoding}: most corpus tools take UTF-8 only.',
  'encoding.notUtf8': 'This is not UTF-8.',
  'encoding.declared': 'The file declares {encoding}: many XML tools for corpora take UTF-8 only.',
  'chars.nul': 'There is a NUL character: databases and C programs stop at it.',
  'lines.breaks':
    '{character} ends a line for Python’s splitlines, and for nobody else: lines shift against each other.',
  'lines.cr':
    '{where, select, end {The line ends in CR LF: the CR sticks to the last word.} other {There is a lone CR inside a line: for some tools it begins a new one.}}',
  'language.underscore': '“{tag}” is no language tag: they have hyphens (BCP 47).',
  'language.malformed': '“{tag}” is no language tag (BCP 47).',
  'xml.notWellFormed':
    'The XML is not well-formed at column {column, number}: {reason}. No XML reader goes on from here.',
  'xml.entity': 'An entity is used that XML does not define, at column {column, number}: {reason}.',
  'xml.externalDtd': 'A document type is named: readers that look for its file fail without it.',
  'tmx.version': 'version="{version}" is none of 1.1 to 1.4.',
  'tmx.structure': 'The element {element} may not hold “{holds}” (TMX 1.4 DTD).',
  'tmx.attribute': 'The element {element} may not have {attribute}="{value}" (TMX 1.4 DTD).',
  'tmx.attributeMissing':
    'The element {element} lacks its attribute {attribute} (TMX 1.4 DTD): strict readers refuse the file.',
  'tmx.date': '{attribute}="{value}" is no date: YYYYMMDDThhmmssZ is expected.',
  'tmx.languageMissing': 'A tuv does not say its language: xml:lang is missing.',
  'tmx.sourceLanguage': 'No tuv is in the source language, {lang}: readers drop the unit.',
  'tmx.oneLanguage': 'The unit has one language only: many readers drop it.',
  'tmx.manyLanguages':
    'The unit has {count, number} languages: many readers take the first two and drop the others.',
  'tmx.languageTwice': 'A language stands twice in the unit: readers keep one of them.',
  'tmx.emptySegment': 'A segment is empty: some readers drop the unit, others fail.',
  'tmx.codes': 'Inline codes do not pair up: each bpt needs its ept, by i.',
  'xliff.version': 'version="{version}" is no version of XLIFF that readers know.',
  'xliff.minorVersion':
    'version="{version}": some readers (Angular, Symfony) take 2.0 only, though the core is the same.',
  'xliff.namespace': 'The namespace does not fit the version: strict readers find no units.',
  'xliff.languageMissing': 'The {side} language is not named.',
  'xliff.targetLanguage': 'The target language is not named: readers have to be told it.',
  'xliff.idMissing': 'A unit has no id.',
  'xliff.idTwice': 'The id “{id}” stands twice: one of the units is lost.',
  'xliff.group': 'There is a group: simple readers lose the units in it.',
  'xliff.state': '“{state}” is no state that this version knows.',
  'xliff.noTarget': 'The unit has no target: some readers drop or fail at it.',
  'xliff.emptySource': 'The source is empty: most readers drop the unit.',
  'xliff.emptyTarget': 'The target is empty: it counts as not translated.',
  'xliff.severalSegments':
    'The unit has {count, number} segments: some readers join them, others take the first.',
  'xliff.codes': 'Inline codes that open and close apart do not pair up.',
  'xces.documentMissing': '{side} is missing: nobody can find the text.',
  'xces.ending':
    '{side}="{value}" does not end in .gz: opus_read cuts three characters off, finds no file, and gives silently empty pairs.',
  'xces.targets': 'xtargets="{xtargets}" is not ids, one semicolon, ids, with something on one side.',
  'xces.nothingLinked': 'There is no link in the file.',
  'xces.order':
    'The ids of toDoc come first: OPUS tools take the first for those of fromDoc, and find nothing.',
  'xces.unknownId': 'The id “{id}” is not in {text}.',
  'xces.idTwice': 'The id “{id}” stands twice in the text.',
  'xces.linkedTwice': 'The id “{id}” is in two links.',
  'xces.crossing': 'The link of “{id}” goes back behind an earlier one: tools that expect order misread it.',
  'xces.noTexts': 'The texts were not given, so that ids could not be looked up.',
  'tei.namespace': 'The TEI namespace is missing: TEI tools find no elements.',
  'tei.idTwice': 'The xml:id “{id}” stands twice.',
  'tei.targetMissing': '{target} leads nowhere.',
  'tei.oneTarget': 'A {element} joins at least two things (TEI P5, 16.1).',
  'tei.nothingLinked': 'Nothing in the file links anything.',
  'table.ragged': 'The row has {found, number} cells where the first one has {expected, number}.',
  'table.openQuote': 'A quote is opened and never closed: everything after it is one cell.',
  'table.strayQuote': 'There is a quote in the midst of a cell: readers differ about where the cell ends.',
  'table.noHeader': 'The first row names no columns: tools that expect a header lose it.',
  'table.columnTwice': 'Two columns are called “{column}”: readers keep one.',
  'table.delimiters': 'This row is delimited by “{delimiter}”, others are not.',
  'table.emptyRow': 'A row is empty.',
  'table.formula': 'A cell begins with “{start}”: a spreadsheet takes it for a formula.',
  'table.breakInCell': 'A cell holds a line break: tools that read line by line break it.',
  'table.tabInCell': 'A cell holds a tab: pasting and TSV tools break it.',
  'table.mark':
    'A byte order mark stands before the text: spreadsheets know UTF-8 by it, other programs do not need it.',
  'moses.oneFile': 'There is one file only: a Moses corpus has one a language.',
  'moses.lineCount':
    '{found, plural, one {# line} other {# lines}} here, {expected, number} in {other}: from some line on, nothing fits.',
  'moses.emptyLine': 'The line is empty: trainers stumble over it.',
  'jsonl.badLine': 'This is no JSON: {reason}.',
  'jsonl.notObject': 'The line is no object.',
  'jsonl.blankLine': 'The line is blank: most JSON Lines readers fail at it.',
  'jsonl.keys':
    'This row has other keys ({found}) than the first one ({expected}): loaders that infer columns fail.',
  'jsonl.emptyText': 'A language has no text: Hugging Face’s Translation feature takes no null.',
  'ladder.line': '“{text}” is no rung: two line numbers and a score, by tabs.',
  'ladder.start':
    'The ladder begins at {source, number}, {target, number} rather than at 0, 0: what is before is lost.',
  'ladder.order': 'The rung at {source, number}, {target, number} goes back behind the one before.',
  'ladder.range':
    'The rung at {source, number}, {target, number} is beyond the texts, which end at {sourceEnd, number}, {targetEnd, number}.',
  'ladder.end':
    'The last rung is at {source, number}, {target, number}, the texts end at {sourceEnd, number}, {targetEnd, number}: the rest is not linked.',
  'ladder.standing': 'The rung stands where the one before did.',
  'links.line': '“{text}” is no line of links: [source lines]:[target lines]:cost.',
  'links.order': 'The {side} line {index, number} comes after a later one: the alignment is not monotone.',
  'links.twice': 'The {side} line {index, number} is linked twice.',
  'links.hole': 'The {side} line {index, number} is in no link.',
  'links.range': 'There is no {side} line {index, number}: the text has {end, number}, counted from 0.',
  'links.noTexts': 'The two texts were not given, so that line numbers could not be held against them.',
  'text.uncertainEncoding': 'The encoding is a guess: several fit.',
  'text.legacyEncoding': 'The encoding is {encoding}: most tools take UTF-8 only.',
  'text.mojibake':
    '{kind, select, twice {UTF-8 was read as something else and encoded again} other {The letters are those of the old font encoding {kind}, not Unicode}}, {count, number} times.',
  'text.decomposed': 'Letters stand apart from their diacritics (not NFC), {count, number} times.',
  'text.mixedForms':
    'Some paragraphs have composed letters ({composed, number}), others decomposed ones ({decomposed, number}): equal words do not compare equal.',
  'text.cedilla':
    'Romanian ş, ţ with cedilla rather than ș, ț with comma below, {count, number} times: searches and lexicons miss them.',
  'text.zeroWidth':
    'There are characters without width, {count, number} times: words that look equal are not.',
  'text.bidi': 'There are marks of writing direction, {count, number} times.',
  'text.softHyphen':
    'There are soft hyphens, {count, number} times; in old Vietnamese font encodings they are a letter.',
  'text.replacement': 'Something was lost already: there are U+FFFD characters, {count, number} times.',
  'text.control': 'There are control characters, {count, number} times.',
  'text.hardWraps': 'Lines are broken at some column: tools that take a line for a unit cut sentences apart.',
  'text.longParagraph': 'A paragraph is very long: its borders may have been lost.',
};

/** The key is a variable, which the compiler cannot check; the type of MESSAGES has them all. */
type Translate = (key: string, values: Record<string, string | number>) => string;

/** The sentence of a finding, about the first of its places. */
export function findingMessage({ code, params }: Pick<Finding, 'code' | 'params'>): string {
  // A point in a key would be a level.
  const key = code.replace('.', '-');
  const translate = createTranslator({
    locale: 'en',
    messages: { [key]: MESSAGES[code] },
    onError: (error) => {
      throw error;
    },
  }) as unknown as Translate;
  return translate(key, params);
}
