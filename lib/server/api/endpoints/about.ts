import 'server-only';
import { z } from 'zod';
import { ok } from '@/lib/result';
import { endpoint } from '../Endpoint';
import { Me } from '../views/about';

export const readMe = endpoint({
  id: 'readMe',
  method: 'GET',
  path: '/me',
  tag: 'About',
  summary: 'Whose token this is, and what it is good for',
  scope: 'any',
  takes: 'query',
  input: z.object({}),
  answers: { status: 200, schema: Me },
  run: async ({ holder: { actor, token } }) =>
    ok({ name: actor.name, token: { ...token, expiresAt: token.expiresAt.toISOString() } }),
});
