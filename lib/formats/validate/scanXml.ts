import { SaxesParser } from 'saxes';
import { xmlEncoding } from '../xml/parseXml';
import { decoded, type LintFile } from './decoded';
import type { Findings } from './Findings';

export type ScannedTag = { name: string; prefix: string; attributes: Record<string, string>; line: number };
export type ScanHandlers = {
  open?: (tag: ScannedTag) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

class NotWellFormed extends Error {}

/**
 * Reads an XML file to its end, or to where it stops being well-formed, which is noted. Nothing outside is loaded.
 * Names come without their prefix.
 *
 * @returns whether it could be read to the end.
 */
export function scanXml(source: LintFile, findings: Findings, handlers: ScanHandlers): boolean {
  const { name: file } = source;
  const parser = new SaxesParser();
  const declared = xmlEncoding(source.bytes);
  const isLegacy = declared !== null && !/^(?:utf-?8|utf-?16(?:le|be)?|us-ascii)$/iu.test(declared);
  if (isLegacy) findings.add('encoding.declared', { file, line: 1 }, { encoding: declared });
  const parts = (name: string): [string, string] => {
    const colon = name.indexOf(':');
    return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
  };
  parser.on('error', ({ message }) => {
    throw new NotWellFormed(message.replace(/^\d+:\d+: /u, '').replace(/\.$/u, ''));
  });
  parser.on('doctype', (doctype) => {
    if (/\b(?:SYSTEM|PUBLIC)\b/u.test(doctype)) findings.add('xml.externalDtd', { file, line: parser.line });
  });
  parser.on('opentag', ({ name, attributes }) => {
    const [prefix, local] = parts(name);
    handlers.open?.({ name: local, prefix, attributes, line: parser.line });
  });
  parser.on('closetag', ({ name }) => handlers.close?.(parts(name)[1]));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  try {
    for (const slice of decoded(source, findings, isLegacy ? declared : undefined)) parser.write(slice);
    parser.close();
    return true;
  } catch (cause) {
    if (!(cause instanceof NotWellFormed)) throw cause;
    const { message: reason } = cause;
    const code = /entity/u.test(reason) ? 'xml.entity' : 'xml.notWellFormed';
    findings.add(code, { file, line: parser.line }, { column: parser.column, reason });
    return false;
  }
}
