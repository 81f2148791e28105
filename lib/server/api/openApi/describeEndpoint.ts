import 'server-only';
import type { Described } from '../Endpoint';
import { ErrorView } from '../views/about';
import { type JsonSchema, type Property, propertiesOf, referenceTo } from './jsonSchema';

const JSON_TYPE = 'application/json';
const FILE: JsonSchema = { type: 'string', format: 'binary' };

/** An endpoint as an Operation Object of OpenAPI 3.1. */
export function describeEndpoint(endpoint: Described): JsonSchema {
  const { id, tag, summary, details, scope, path, takes, input } = endpoint;
  const properties = propertiesOf(input, takes === 'json' ? 'json' : 'text');
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const others = new Map([...properties].filter(([name]) => !inPath.includes(name) && name !== 'files'));
  const parameters = inPath.map((name) => parameter(name, 'path', properties.get(name)));
  const needs = scope === 'any' || scope === 'public' ? '' : `Needs the scope \`${scope}\`.`;
  const description = [details, needs].filter(Boolean).join(' ');
  const body = takes === 'query' ? undefined : describeBody(takes, others);
  if (takes === 'query')
    parameters.push(...[...others].map(([name, property]) => parameter(name, 'query', property)));
  if (takes === 'files') parameters.push(...queryOfRawBody(others));
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description && { description }),
    security: scope === 'public' ? [] : [{ accessToken: scope === 'any' ? [] : [scope] }],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: body }),
    responses: describeResponses(endpoint),
  };
}

function parameter(name: string, place: 'path' | 'query', property: Property | undefined): JsonSchema {
  const schema = property?.schema ?? { type: 'string' };
  const { description } = schema;
  return {
    name,
    in: place,
    required: place === 'path' || Boolean(property?.required),
    ...(typeof description === 'string' && { description }),
    schema,
    // Lists are sent as a,b.
    ...(place === 'query' && schema.type === 'array' && { style: 'form', explode: false }),
  };
}

/** With a file as the whole body, the fields that a form would have are in the query. */
function queryOfRawBody(properties: ReadonlyMap<string, Property>): JsonSchema[] {
  const description = 'When the body is the file itself';
  const fileName = parameter('fileName', 'query', {
    schema: { type: 'string', description },
    required: false,
  });
  return [
    fileName,
    ...[...properties].map(([name, { schema }]) => parameter(name, 'query', { schema, required: false })),
  ];
}

function describeBody(
  takes: 'json' | 'files',
  properties: ReadonlyMap<string, Property>,
): JsonSchema | undefined {
  const fields = Object.fromEntries([...properties].map(([name, { schema }]) => [name, schema]));
  const required = [...properties].filter(([, property]) => property.required).map(([name]) => name);
  if (takes === 'json') {
    if (properties.size === 0) return undefined;
    const schema = { type: 'object', properties: fields, ...(required.length > 0 && { required }) };
    return { required: required.length > 0, content: { [JSON_TYPE]: { schema } } };
  }
  const files = { type: 'array', items: FILE, description: 'The file, or all files that belong together' };
  const form = {
    type: 'object',
    properties: { ...fields, files },
    required: [...required, 'files'],
    description: 'Files may have any field name; fields may be in the query too.',
  };
  return {
    required: true,
    content: { 'multipart/form-data': { schema: form }, 'application/octet-stream': { schema: FILE } },
  };
}

function describeResponses({ answers, takes }: Described): JsonSchema {
  const failure = (description: string) => ({
    description,
    content: { [JSON_TYPE]: { schema: referenceTo(ErrorView) } },
  });
  const good = { [answers.status]: describeAnswer(answers) };
  return {
    ...(takes === 'files' ? withProgress(good) : good),
    ...(takes === 'query' ? {} : { 413: failure('More than fits in here') }),
    default: failure('Anything else, with its code'),
  };
}

function describeAnswer(answers: Described['answers']): JsonSchema {
  if ('file' in answers) return { description: answers.file, content: { '*/*': { schema: FILE } } };
  if (answers.status === 204) return { description: 'Done' };
  return { description: 'Done', content: { [JSON_TYPE]: { schema: referenceTo(answers.schema) } } };
}

/** Lines begin before it is known how it ends, and so always with 200. */
function withProgress(good: Record<string, JsonSchema>): Record<string, JsonSchema> {
  const lines = {
    description:
      'With `Accept: application/x-ndjson`: lines of JSON, `{"progress": {"step", "share"}}` while the work goes on, ' +
      'at last `{"value": …}`, as the answer without them, or `{"error": …}`',
    content: { 'application/x-ndjson': { schema: { type: 'string' } } },
  };
  const same = good[200] as { content: JsonSchema } | undefined;
  if (!same) return { 200: lines, ...good };
  const description = `Done. ${lines.description}`;
  return { 200: { description, content: { ...same.content, ...lines.content } } };
}
