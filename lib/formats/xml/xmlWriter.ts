import type { WriteReport } from '../WriteReport';
import { type EscapedXml, escapeXmlAttribute, escapeXmlText, isSafeAttribute, isSafeText } from './escapeXml';

/** Escapes for one export, counting what XML cannot hold. */
export function xmlWriter(report: WriteReport) {
  const counted = ({ xml, replaced }: EscapedXml): string => {
    report.replacedCharacters += replaced;
    return xml;
  };
  return {
    text: (value: string) => (isSafeText(value) ? value : counted(escapeXmlText(value))),
    attribute: (value: string) => (isSafeAttribute(value) ? value : counted(escapeXmlAttribute(value))),
  };
}
