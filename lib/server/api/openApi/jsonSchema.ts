import 'server-only';
import { z } from 'zod';
import { VIEWS } from '../views/view';

/** JSON Schema 2020-12, which is what OpenAPI 3.1 speaks. */
export type JsonSchema = Record<string, unknown>;

const COMPONENTS = '#/components/schemas/';

/** What the API answers, by name. */
export function componentSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(VIEWS, { uri: (id) => COMPONENTS + id, io: 'output' });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, plain(schema)]));
}

/** A reference to a named answer. */
export function referenceTo(schema: z.ZodType): JsonSchema {
  const id = VIEWS.get(schema)?.id;
  if (id === undefined) throw new Error('an answer of the API has no name: see views.ts');
  return { $ref: COMPONENTS + id };
}

export type Property = { schema: JsonSchema; required: boolean };

/**
 * The fields of an endpoint's input, as a client sends them. Text that stands for something else (a list, a yes or no)
 * is described by what it stands for when `as` is `text`, as queries and forms are sent.
 */
export function propertiesOf(input: z.ZodType, as: 'json' | 'text'): Map<string, Property> {
  const sent = objectSchema(input, 'input');
  const meant = objectSchema(input, 'output');
  return new Map(
    Object.entries(sent.properties).map(([name, schema]) => {
      const other = meant.properties[name];
      const saysMore = as === 'text' && other !== undefined && Object.keys(other).length > 0;
      return [name, { schema: plain(saysMore ? other : schema), required: sent.required.includes(name) }];
    }),
  );
}

function objectSchema(input: z.ZodType, io: 'input' | 'output') {
  const schema = z.toJSONSchema(input, { io, unrepresentable: 'any' }) as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return { properties: schema.properties ?? {}, required: schema.required ?? [] };
}

/** Without what is said once for the whole description, and without a promise that fields will never be added. */
function plain(schema: JsonSchema): JsonSchema {
  const { $schema: _, $id: __, ...rest } = schema;
  return JSON.parse(JSON.stringify(rest), (key, value: unknown) =>
    key === 'additionalProperties' && value === false ? undefined : value,
  ) as JsonSchema;
}
