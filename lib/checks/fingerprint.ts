/**
 * 16 hexadecimal digits that stand for the two readings of a bead: what somebody said of them holds until they change.
 * FNV-1a over UTF-16 units, twice with different starts. Against accidents, not against forgery.
 */
export function fingerprintOf(source: string, target: string): string {
  const text = `${source}\u0000${target}`;
  return hash(text, 0x811c9dc5) + hash(text, 0x9747b28c);
}

function hash(text: string, start: number): string {
  let value = start;
  for (let k = 0; k < text.length; k++) {
    const unit = text.charCodeAt(k);
    value = Math.imul(value ^ (unit & 0xff), 0x01000193);
    value = Math.imul(value ^ (unit >>> 8), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, '0');
}
