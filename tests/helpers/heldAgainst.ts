import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { ENDPOINTS } from '@/lib/server/api/endpoints';
import { matchEndpoint } from '@/lib/server/api/matchEndpoint';
import { describeApi } from '@/lib/server/api/openApi/describeApi';

type Schema = Record<string, unknown>;
type Operation = { responses: Record<string, { content?: Record<string, { schema: Schema }> }> };

const description = describeApi(ENDPOINTS) as unknown as {
  paths: Record<string, Record<string, Operation>>;
};

// Closed: in tests nothing may be answered that the description does not name.
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(closed(description), 'api');
const compiled = new Map<string, ValidateFunction>();

/** Operations that have been answered well since the test file began. */
export const answeredWell = new Set<string>();

/**
 * Holds an answer against the description: its status must be among those of the operation, its type too, and its JSON
 * must fit the schema.
 *
 * @throws Error that says what does not fit.
 */
export async function heldAgainst(method: string, path: string, response: Response): Promise<Response> {
  const pathname = new URL(`http://x/api/v1${path}`).pathname;
  const match = matchEndpoint(ENDPOINTS, method, pathname);
  if (match.kind !== 'found') {
    await fits('Error', '#/components/schemas/Error', response);
    return response;
  }
  const { id, path: template } = match.endpoint;
  const { responses } = description.paths[template][method.toLowerCase()];
  const key = responses[response.status] ? String(response.status) : 'default';
  if (response.ok && key === 'default') throw new Error(`${id}: ${response.status} is not described`);
  if (response.ok) answeredWell.add(id);
  const content = responses[key].content;
  if (content?.['*/*']) return response;
  if (!content) {
    if (await response.clone().text()) throw new Error(`${id}: a body where none is described`);
    return response;
  }
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  if (!content[type]) throw new Error(`${id}: ${type} is not described`);
  if (type !== 'application/json') return response;
  const pointer = `#/paths/${template.replaceAll('/', '~1')}/${method.toLowerCase()}/responses/${key}/content/application~1json/schema`;
  await fits(id, encodeURI(pointer), response);
  return response;
}

async function fits(what: string, pointer: string, response: Response): Promise<void> {
  let validate = compiled.get(pointer);
  if (!validate) {
    validate = ajv.compile({ $ref: `api${pointer}` });
    compiled.set(pointer, validate);
  }
  const value: unknown = await response.clone().json();
  if (!validate(value))
    throw new Error(`${what}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(value)}`);
}

function closed(value: unknown): Schema {
  return JSON.parse(JSON.stringify(value), (_, one: unknown) => {
    const isClosable =
      typeof one === 'object' && one !== null && 'properties' in one && !('additionalProperties' in one);
    return isClosable ? { ...one, additionalProperties: false } : one;
  });
}
