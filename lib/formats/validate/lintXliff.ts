import { checkLanguage } from './checkLanguage';
import type { LintFile } from './decoded';
import type { Findings } from './Findings';
import { type ScannedTag, scanXml } from './scanXml';

const NAMESPACES: Record<string, RegExp> = {
  // 1.0 has none.
  1: /^(?:urn:oasis:names:tc:xliff:document:1\.[12])?$/u,
  2: /^urn:oasis:names:tc:xliff:document:2\.[012]$/u,
};
/** XLIFF 1.2, section 2.3 (`state`); XLIFF 2.1, section 4.3.1.30. */
const STATES: Record<string, readonly string[]> = {
  1: [
    ...['final', 'needs-adaptation', 'needs-l10n', 'needs-review-adaptation', 'needs-review-l10n'],
    ...['needs-review-translation', 'needs-translation', 'new', 'signed-off', 'translated'],
  ],
  2: ['initial', 'translated', 'reviewed', 'final'],
};

/** What has a source and a target of the text itself. */
const SIDED = ['trans-unit', 'segment', 'ignorable'];

/** A file element is the scope of unit ids; version 1 and 2 have other names for the same. */
export function lintXliff(source: LintFile, findings: Findings): void {
  const { name: file } = source;
  let major = '2';
  let ids = new Set<string>();
  let unit: Unit | null = null;
  let content: { side: 'source' | 'target'; text: string } | null = null;
  let targetLang: string | undefined;
  let lacksLanguage: number | null = null;
  let hasTargets = false;
  let inAlternative = 0;
  /** Modules and other programs have sources and targets of their own. */
  const path: string[] = [];
  const here = (line: number) => ({ file, line, unit: unit?.id ?? null });

  const beginUnit = ({ attributes, line }: ScannedTag) => {
    const { id } = attributes;
    if (id === undefined) findings.add('xliff.idMissing', here(line));
    else if (ids.has(id)) findings.add('xliff.idTwice', { file, line, unit: id }, { id: id.slice(0, 80) });
    else ids.add(id);
    const isTranslated = attributes.translate !== 'no';
    unit = { id: id ?? null, line, segments: 0, source: '', target: null, isTranslated, codes: new Codes() };
  };

  const open = (tag: ScannedTag) => {
    const { name, attributes, line } = tag;
    path.push(name);
    switch (name) {
      case 'xliff': {
        const { version = '' } = attributes;
        if (/^[12]\.\d$/u.test(version)) major = version[0];
        else findings.add('xliff.version', here(line), { version });
        if (major === '2' && /^2\.[1-9]$/u.test(version))
          findings.add('xliff.minorVersion', here(line), { version });
        const xmlns = attributes[tag.prefix ? `xmlns:${tag.prefix}` : 'xmlns'];
        const isBare = xmlns === undefined && version !== '1.0';
        if (isBare || !NAMESPACES[major].test(xmlns ?? '')) findings.add('xliff.namespace', here(line));
        if (major === '2') checkLanguages(attributes.srcLang, attributes.trgLang, line);
        break;
      }
      case 'file':
        ids = new Set();
        if (major === '1') checkLanguages(attributes['source-language'], attributes['target-language'], line);
        break;
      case 'group':
        findings.add('xliff.group', { file, line, unit: attributes.id ?? null });
        break;
      case 'unit':
      case 'trans-unit':
        beginUnit(tag);
        break;
      case 'alt-trans':
      case 'matches':
        inAlternative++; // What another memory offers is no part of the unit.
        break;
      default:
        if (unit && inAlternative === 0) openInUnit(tag, unit);
    }
  };

  const openInUnit = (tag: ScannedTag, within: Unit) => {
    const { name, attributes, line } = tag;
    if (name === 'segment') within.segments++;
    const isSide = SIDED.includes(path.at(-2) ?? '');
    const { state } = attributes;
    const isState =
      state === undefined || STATES[major].includes(state) || (major === '1' && state.startsWith('x-'));
    if (((name === 'target' && isSide) || name === 'segment') && !isState)
      findings.add('xliff.state', here(line), { state });
    if (isSide && (name === 'source' || name === 'target')) content = { side: name, text: '' };
    if (isSide && name === 'target') {
      within.target ??= '';
      hasTargets = true;
      targetLang ??= attributes['xml:lang'];
    }
    within.codes.open(tag);
  };

  const checkLanguages = (src: string | undefined, target: string | undefined, line: number) => {
    targetLang = target;
    if (src === undefined) findings.add('xliff.languageMissing', here(line), { side: 'source' });
    lacksLanguage = target === undefined ? line : null;
    for (const tag of [src, target]) if (tag !== undefined) checkLanguage(tag, here(line), findings);
  };

  scanXml(source, findings, {
    open,
    text(text) {
      if (content) content.text += text;
    },
    close(name) {
      path.pop();
      if (name === 'alt-trans' || name === 'matches') inAlternative--;
      if (unit && content && name === content.side) {
        if (content.side === 'source') unit.source += content.text;
        else unit.target = (unit.target ?? '') + content.text;
        content = null;
      }
      if (name === 'unit' || name === 'trans-unit') {
        if (unit) checkUnit(unit, file, findings);
        unit = null;
      }
      if (name === 'file' && lacksLanguage !== null && targetLang === undefined && hasTargets)
        if (major === '1')
          // Version 1 asks for it nowhere.
          findings.add('xliff.targetLanguage', { file, line: lacksLanguage });
        else findings.add('xliff.languageMissing', { file, line: lacksLanguage }, { side: 'target' });
    },
  });
}

type Unit = {
  id: string | null;
  line: number;
  segments: number;
  source: string;
  target: string | null;
  isTranslated: boolean;
  codes: Codes;
};

function checkUnit(
  { id, line, segments, source, target, isTranslated, codes }: Unit,
  file: string,
  findings: Findings,
): void {
  const place = { file, line, unit: id };
  const hasSource = source.trim() !== '' || codes.count > 0;
  if (!hasSource) findings.add('xliff.emptySource', place);
  if (target === null && isTranslated) findings.add('xliff.noTarget', place);
  else if (target?.trim() === '' && codes.count === 0) findings.add('xliff.emptyTarget', place);
  if (segments > 1) findings.add('xliff.severalSegments', place, { count: segments });
  if (!codes.areWhole) findings.add('xliff.codes', place);
}

/** Codes that open and close apart from each other: `bpt`/`ept` and `bx`/`ex` of 1.2, `sc`/`ec` of 2.x. */
class Codes {
  readonly #open = new Map<string, number>();
  count = 0;

  open({ name, attributes }: ScannedTag): void {
    const step = { bpt: 1, bx: 1, sc: 1, ept: -1, ex: -1, ec: -1 }[name];
    if (['ph', 'x', 'pc', 'g', 'cp', 'it'].includes(name) || step) this.count++;
    if (step === undefined || attributes.isolated === 'yes') return;
    const { startRef, rid, id } = attributes;
    const key = (name === 'sc' ? id : (startRef ?? rid ?? id)) ?? '';
    this.#open.set(key, (this.#open.get(key) ?? 0) + step);
  }

  get areWhole(): boolean {
    return [...this.#open.values()].every((count) => count === 0);
  }
}
