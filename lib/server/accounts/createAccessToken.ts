import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import { countLocked, insertAccessToken } from '@/db/queries/accessTokens';
import { TOKEN_DAYS, TOKEN_SCOPES } from '@/lib/bitext/accessTokens';
import { type Actor, can } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { Name, ProjectId } from '../inputs';
import { hashAccessToken, newAccessToken, prefixOf } from './accessToken';

const DAY_MS = 86_400_000;
/** More than anybody can keep apart. */
const MAX_TOKENS = 50;

export const CreateAccessTokenInput = z
  .object({
    name: Name.pipe(z.string().max(100)),
    scopes: z
      .array(z.enum(TOKEN_SCOPES))
      .min(1)
      .transform((scopes) => TOKEN_SCOPES.filter((scope) => scopes.includes(scope))),
    projectId: ProjectId.nullable().default(null),
    days: z.union(TOKEN_DAYS.map((days) => z.literal(days))),
  })
  .refine(({ projectId, scopes }) => projectId === null || !scopes.includes('manage'));

/** Makes a token for the person's own programs. The answer is the only place where it ever stands. */
export async function createAccessToken(
  actor: Actor,
  { name, scopes, projectId, days }: z.output<typeof CreateAccessTokenInput>,
): Promise<Result<{ id: string; token: string }>> {
  if (projectId !== null && !can(actor, 'read', { projectId })) return err('project.notFound');
  const token = newAccessToken();
  const createdAt = new Date();
  const db = await getDb();
  return db.transaction(async (tx): Promise<Result<{ id: string; token: string }>> => {
    if ((await countLocked(tx, actor.id)) >= MAX_TOKENS) return err('token.tooMany', { limit: MAX_TOKENS });
    const id = await insertAccessToken(tx, {
      userId: actor.id,
      projectId,
      name,
      tokenHash: hashAccessToken(token),
      prefix: prefixOf(token),
      scopes,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + days * DAY_MS),
    });
    return ok({ id, token });
  });
}
