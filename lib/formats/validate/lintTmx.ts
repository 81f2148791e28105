import { checkLanguage } from './checkLanguage';
import type { LintFile } from './decoded';
import type { Findings } from './Findings';
import { type ScannedTag, scanXml } from './scanXml';
import { TMX_DATES, TMX_SEGTYPES, TMX_SHAPES } from './tmxShape';

const VERSION = /^1\.[1-4][ab]?$/u;
const DATE = /^\d{8}T\d{6}Z$/u;

type Element = { name: string; children: string; line: number };
type Unit = { id: string; line: number; srclang: string | null; langs: string[] };

/** TMX against its DTD, and against what readers make of it beyond that. */
export function lintTmx(source: LintFile, findings: Findings): void {
  const { name: file } = source;
  const open: Element[] = [];
  let srclang: string | null = null;
  let unit: Unit | null = null;
  let units = 0;
  let segment = '';
  let codes = new Codes();
  const here = (line: number) => ({ file, line, unit: unit?.id ?? null });

  const begin = (tag: ScannedTag) => {
    const { name, attributes, line } = tag;
    if (name === 'tmx' && !VERSION.test(attributes.version ?? ''))
      findings.add('tmx.version', here(line), { version: attributes.version ?? '' });
    if (name === 'header') srclang = attributes.srclang ?? null;
    if (name === 'tu') {
      units++;
      unit = {
        id: attributes.tuid ?? String(units),
        line,
        srclang: attributes.srclang ?? srclang,
        langs: [],
      };
    }
    if (name === 'tuv') {
      const lang = attributes['xml:lang'] ?? attributes.lang;
      if (lang === undefined) findings.add('tmx.languageMissing', here(line));
      else {
        checkLanguage(lang, here(line), findings);
        unit?.langs.push(lang.toLowerCase());
      }
    }
    if (name === 'seg') {
      segment = '';
      codes = new Codes();
    }
    codes.open(tag);
    checkAttributes(tag, here(line), findings);
  };

  scanXml(source, findings, {
    open(tag) {
      const { name, line } = tag;
      const parent = open.at(-1);
      // A body may have a million units, which are all one to its shape.
      const isAnother = parent?.name === 'body' && parent.children.endsWith(`${name};`);
      if (parent && !isAnother) parent.children += `${name};`;
      if (!parent && name !== 'tmx') findings.add('tmx.structure', here(line), { element: name, holds: '' });
      begin(tag);
      open.push({ name, children: '', line });
    },
    text(text) {
      const parent = open.at(-1);
      if (!parent) return;
      segment += text;
      const shape = TMX_SHAPES[parent.name];
      if (shape && !shape.text && text.trim())
        findings.add('tmx.structure', here(parent.line), { element: parent.name, holds: 'text' });
    },
    close() {
      const { name, children, line } = open.pop()!;
      const shape = TMX_SHAPES[name];
      if (shape && !shape.children.test(children))
        findings.add('tmx.structure', here(line), {
          element: name,
          holds: children.replaceAll(';', ' ').trim().slice(0, 80),
        });
      if (name === 'seg') {
        if (!segment.trim()) findings.add('tmx.emptySegment', here(line));
        if (!codes.areWhole) findings.add('tmx.codes', here(line));
      }
      if (name === 'tu' && unit) checkUnit(unit, file, findings);
      if (name === 'tu') unit = null;
    },
  });
}

function checkAttributes(
  { name, attributes }: ScannedTag,
  place: Parameters<Findings['add']>[1],
  findings: Findings,
): void {
  const shape = TMX_SHAPES[name];
  if (!shape) return; // An element that TMX does not know is an error of its parent's.
  for (const required of shape.required)
    if (attributes[required] === undefined)
      findings.add('tmx.attributeMissing', place, { element: name, attribute: required });
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute.startsWith('xmlns')) continue;
    const isKnown =
      shape.attributes.includes(attribute) && (attribute !== 'segtype' || TMX_SEGTYPES.includes(value));
    if (!isKnown)
      findings.add('tmx.attribute', place, { element: name, attribute, value: value.slice(0, 40) });
    if (TMX_DATES.includes(attribute) && !DATE.test(value))
      findings.add('tmx.date', place, { attribute, value });
  }
}

function checkUnit({ id, line, srclang, langs }: Unit, file: string, findings: Findings): void {
  const place = { file, line, unit: id };
  if (langs.length === 1) findings.add('tmx.oneLanguage', place);
  if (langs.length > 2) findings.add('tmx.manyLanguages', place, { count: langs.length });
  if (new Set(langs).size < langs.length) findings.add('tmx.languageTwice', place);
  const source = srclang?.toLowerCase();
  const primary = (lang: string) => lang.split(/[-_]/u)[0];
  // One that is more exact than the other still fits: `en` and `en-GB`.
  const fits = !source || source === '*all*' || langs.some((lang) => primary(lang) === primary(source));
  // A unit of one language says already that its source is missing.
  if (!fits && langs.length > 1) findings.add('tmx.sourceLanguage', place, { lang: source });
}

/** Each `bpt` of a segment has its `ept`, by `i`, and comes before it. */
class Codes {
  readonly #open = new Set<string>();
  #spoilt = false;

  open({ name, attributes }: ScannedTag): void {
    const { i = '' } = attributes;
    if (name === 'bpt') {
      if (this.#open.has(i)) this.#spoilt = true;
      this.#open.add(i);
    }
    if (name === 'ept' && !this.#open.delete(i)) this.#spoilt = true;
  }

  get areWhole(): boolean {
    return !this.#spoilt && this.#open.size === 0;
  }
}
