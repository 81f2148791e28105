import 'server-only';
import { z } from 'zod';
import { TOKEN_SCOPES } from '@/lib/bitext/accessTokens';
import { Id, Time, view } from './view';

export const ErrorView = view(
  'Error',
  z.object({
    error: z.object({
      code: z.string().describe('`area.reason`: what programs go by'),
      message: z.string().describe('The same as an English sentence'),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      issues: z
        .array(z.object({ path: z.string(), message: z.string() }))
        .optional()
        .describe('With `request.invalid`: which field, and what about it'),
    }),
  }),
);

export const Me = view(
  'Me',
  z.object({
    name: z.string(),
    token: z.object({
      name: z.string(),
      scopes: z.array(z.enum(TOKEN_SCOPES)),
      projectId: Id.nullable().describe('The one project it is good for'),
      expiresAt: Time,
    }),
  }),
);
