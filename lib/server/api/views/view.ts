import 'server-only';
import { z } from 'zod';

/** The schemas of what the API answers, by the names they have in its description. */
export const VIEWS = z.registry<{ id: string }>();

/** Names what the API answers. Each field is named too: what pages are shown does not become a promise to programs. */
export function view<T extends z.ZodType>(id: string, schema: T): T {
  VIEWS.add(schema, { id });
  return schema;
}

export const Id = z.uuid();
export const Lang = z.string().describe('A language tag, BCP 47');
export const Time = z.iso.datetime();
