import { SaxesParser } from 'saxes';

type AttributeRule = { name: string; values: string[] | null; required: boolean; fixed: string | null };
type ElementRule = { children: RegExp; text: boolean; attributes: Map<string, AttributeRule> };

/**
 * Holds an XML document against a DTD (XML 1.0, sections 3.2 and 3.3): content models, attribute names, required and
 * fixed attributes, enumerations. Enough DTD for a conformance test; no parameter entities, no ID types.
 *
 * @returns what is wrong, with line and column; empty when the document is valid
 * @throws Error when the document is not well-formed
 */
export function checkDtd(xml: string, dtd: string): string[] {
  const rules = parseDtd(dtd);
  const problems: string[] = [];
  const open: { name: string; children: string; text: boolean }[] = [];
  const parser = new SaxesParser();
  const report = (problem: string) => problems.push(`${parser.line}:${parser.column} ${problem}`);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const parent = open.at(-1);
    if (parent) parent.children += `${name};`;
    open.push({ name, children: '', text: false });
    const rule = rules.get(name);
    if (rule) checkAttributes(name, attributes, rule, report);
    else report(`element ${name} is not declared`);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element && text.trim() !== '') element.text = true;
  });
  parser.on('closetag', ({ name }) => {
    const element = open.pop()!;
    const rule = rules.get(name);
    if (rule && !rule.children.test(element.children)) report(`${name} holds (${element.children})`);
    if (rule && element.text && !rule.text) report(`${name} holds text`);
  });
  parser.write(xml).close();
  return problems;
}

function checkAttributes(
  element: string,
  attributes: Record<string, string>,
  rule: ElementRule,
  report: (problem: string) => void,
): void {
  for (const [name, value] of Object.entries(attributes)) {
    const attribute = rule.attributes.get(name);
    if (!attribute) report(`${element} has no attribute ${name}`);
    else if (attribute.values && !attribute.values.includes(value)) report(`${element} ${name}="${value}"`);
    else if (attribute.fixed !== null && attribute.fixed !== value) report(`${element} ${name}="${value}"`);
  }
  for (const { name, required } of rule.attributes.values()) {
    if (required && !(name in attributes)) report(`${element} lacks ${name}`);
  }
}

function parseDtd(dtd: string): Map<string, ElementRule> {
  const rules = new Map<string, ElementRule>();
  const declarations = dtd.replace(/<!--[\s\S]*?-->/gu, '');
  for (const [, name, model] of declarations.matchAll(/<!ELEMENT\s+(\S+)\s+([^>]+)>/gu)) {
    rules.set(name, {
      children: contentModel(model),
      text: model.includes('#PCDATA'),
      attributes: new Map(),
    });
  }
  const attribute = /(\S+)\s+(CDATA|\([^)]*\))\s+(?:(#REQUIRED|#IMPLIED)|#FIXED\s+"([^"]*)")/gu;
  for (const [, element, list] of declarations.matchAll(/<!ATTLIST\s+(\S+)\s+([^>]+)>/gu)) {
    for (const [, name, type, need, fixed] of list.matchAll(attribute)) {
      const values = type === 'CDATA' ? null : type.slice(1, -1).split('|');
      const rule = { name, values, required: need === '#REQUIRED', fixed: fixed ?? null };
      rules.get(element)?.attributes.set(name, rule);
    }
  }
  return rules;
}

/** A content model as a regular expression over `name;name;…`. */
function contentModel(model: string): RegExp {
  if (model.trim() === 'EMPTY') return /^$/u;
  const pattern = model
    .replace(/#PCDATA\s*\|?/gu, '')
    .replace(/\(\s*\)/gu, '')
    .replace(/[\w.:-]+/gu, (name) => `(?:${name};)`)
    .replace(/[\s,]+/gu, '');
  return new RegExp(`^(?:${pattern})$`, 'u');
}
