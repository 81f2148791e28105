import { SaxesParser } from 'saxes';

export type LooseTag = { name: string; attributes: Record<string, string> };
export type LooseHandlers = {
  /** Names come without their prefix, attributes with it. */
  open?: (tag: LooseTag) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/**
 * Reads XML as far as it can be understood: an undefined entity stays as it stands, a tag that fits nowhere is read
 * past. For tables of contents and the like, which programs write with more love than care. A document type declaration
 * is read past too; nothing outside is loaded, no entity defined.
 */
export function looseXml(text: string, handlers: LooseHandlers): void {
  const parser = new SaxesParser();
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.ENTITIES.nbsp = '\u00a0';
  parser.on('error', () => {}); // What is broken is read as well as it goes; whoever calls finds out what is missing.
  parser.on('opentag', ({ name, attributes }) => handlers.open?.({ name: local(name), attributes }));
  parser.on('closetag', ({ name }) => handlers.close?.(local(name)));
  parser.on('text', (piece) => handlers.text?.(piece));
  parser.on('cdata', (piece) => handlers.text?.(piece));
  parser.write(text);
  parser.close();
}
