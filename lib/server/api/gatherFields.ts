import 'server-only';
import { err, ok, type Result } from '@/lib/result';
import type { Described } from './Endpoint';
import { propertiesOf } from './openApi/jsonSchema';

/** Fields of each endpoint that take several values, by commas. */
const lists = new WeakMap<object, ReadonlySet<string>>();

/**
 * The fields of a query or a form by their names. A list may be given in parts; anything else that is given twice, or
 * that the path has said already, is refused by name: which of them counts would be a guess.
 */
export function gatherFields(
  { input }: Pick<Described, 'input'>,
  entries: Iterable<readonly [name: string, value: string]>,
  params: Readonly<Record<string, string>>,
): Result<Record<string, string>> {
  const fields = new Map<string, string>();
  for (const [name, value] of entries) {
    const known = fields.get(name);
    if (name in params) return err('request.repeated', { name });
    if (known === undefined) fields.set(name, value);
    else if (listsOf(input).has(name)) fields.set(name, `${known},${value}`);
    else return err('request.repeated', { name });
  }
  return ok(Object.fromEntries(fields));
}

function listsOf(input: Described['input']): ReadonlySet<string> {
  const known = lists.get(input);
  if (known) return known;
  const found = [...propertiesOf(input, 'text')].filter(([, { schema }]) => schema.type === 'array');
  const names = new Set(found.map(([name]) => name));
  lists.set(input, names);
  return names;
}
