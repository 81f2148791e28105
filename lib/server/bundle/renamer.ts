import 'server-only';
import { createHash } from 'node:crypto';

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
/** What people have written is theirs, whatever it looks like. */
const WORDS = new Set(['body', 'reading', 'old', 'content', 'reason', 'fileName']);

/**
 * New ids for everything in a bundle, because the old ones may still be in use here: the same old id always gets the
 * same new one, without a list of them. People get the ids that `people` has for them.
 */
export class Renamer {
  constructor(
    private readonly salt: string,
    private readonly people: ReadonlyMap<string, string>,
  ) {}

  /** RFC 9562, version 8: what the hash says. */
  id(old: string): string {
    const hex = createHash('sha256').update(this.salt).update(old).digest('hex');
    const variant = ((Number.parseInt(hex[16], 16) & 3) | 8).toString(16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  person(old: string): string {
    return this.people.get(old)!;
  }

  /** Commands and changes: every id in them, however deep. */
  all<T>(value: T, key = ''): T {
    if (typeof value === 'string')
      return (UUID.test(value) && !WORDS.has(key) ? (this.people.get(value) ?? this.id(value)) : value) as T;
    if (Array.isArray(value)) return value.map((one) => this.all(one, key)) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, this.all(one, name)])) as T;
  }
}
