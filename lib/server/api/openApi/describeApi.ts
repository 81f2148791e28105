import 'server-only';
import { TOKEN_SCOPES } from '@/lib/bitext/accessTokens';
import { VERSION } from '../../version';
import type { Described } from '../Endpoint';
import { API_ROOT } from '../matchEndpoint';
import { describeEndpoint } from './describeEndpoint';
import { componentSchemas, type JsonSchema } from './jsonSchema';

const DESCRIPTION = `The HTTP API of Triptych, for programs.

Every request carries a personal access token, made on the account page: \`Authorization: Bearer tri_…\`. A token acts
for its person, never for more than they may do themselves, and only within its scopes: ${TOKEN_SCOPES.map((one) => `\`${one}\``).join(', ')}.
Cookies are not looked at.

Answers are JSON unless it says a file. What goes wrong is \`{"error": {"code", "message", "params"}}\` with a fitting status;
programs go by the code. Projects and documents of others look like missing ones.`;

/** The whole API as an OpenAPI 3.1 document, made of the schemas that the endpoints parse with. */
export function describeApi(endpoints: readonly Described[]): JsonSchema {
  const paths: Record<string, JsonSchema> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] ??= {};
    paths[endpoint.path][endpoint.method.toLowerCase()] = describeEndpoint(endpoint);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Triptych',
      version: VERSION,
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: API_ROOT }],
    tags: [...new Set(endpoints.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'tri_…' },
      },
      schemas: componentSchemas(),
    },
  };
}
