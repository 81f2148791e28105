import type { Db } from '@/db/client';
import { insertAccessToken } from '@/db/queries/accessTokens';
import { TOKEN_SCOPES, type TokenScope } from '@/lib/bitext/accessTokens';
import type { Actor } from '@/lib/bitext/can';
import { hashAccessToken, newAccessToken, prefixOf } from '@/lib/server/accounts/accessToken';
import { ENDPOINTS } from '@/lib/server/api/endpoints';
import { serve } from '@/lib/server/api/serve';
import { heldAgainst } from './heldAgainst';

type Reach = { scopes?: readonly TokenScope[]; projectId?: string | null; expiresAt?: Date };

/** A token of this person, good for everything unless said otherwise. */
export async function makeToken(db: Db, actor: Actor, reach: Reach = {}): Promise<string> {
  const { projectId = null, expiresAt = new Date(Date.now() + 3_600_000) } = reach;
  const scopes = reach.scopes ?? TOKEN_SCOPES.filter((scope) => scope !== 'manage' || projectId === null);
  const token = newAccessToken();
  await insertAccessToken(db, {
    ...{ userId: actor.id, projectId, name: 'Test', scopes: [...scopes], expiresAt },
    ...{ tokenHash: hashAccessToken(token), prefix: prefixOf(token) },
    createdAt: new Date(expiresAt.getTime() - 86_400_000),
  });
  return token;
}

export type Sent = { token?: string; json?: unknown; body?: BodyInit; headers?: Record<string, string> };

/** A request to the API, as the route hands it over. What is answered must fit the API's description. */
export async function ask(
  method: string,
  path: string,
  { token, json, body, headers = {} }: Sent = {},
  signal?: AbortSignal,
): Promise<Response> {
  const sent = json === undefined ? body : JSON.stringify(json);
  const init: RequestInit & { duplex: 'half' } = {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(sent !== undefined && { body: sent }),
    ...(signal && { signal }),
    duplex: 'half',
  };
  const response = await serve(new Request(`http://localhost:3000/api/v1${path}`, init), ENDPOINTS);
  return heldAgainst(method, path, response);
}
