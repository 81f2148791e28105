import 'server-only';
import { z } from 'zod';
import type { LiveMessages } from '@/lib/bitext/live';

/** A change with more rows than this is not sent: whoever watches loads anew what is on the screen. */
export const MOST_ROWS = 500;

/** One event in the form of server-sent events. With an `id`, a browser that reconnects says it was the last it saw. */
export function frame<Name extends keyof LiveMessages>(
  name: Name,
  data: LiveMessages[Name],
  id?: number,
): string {
  return `event: ${name}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;
}

const Place = { documentId: z.uuid(), from: z.uuid() };

/** What instances on one database tell each other, besides the events that the database announces itself. */
export const Told = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('here'),
    ...Place,
    clientId: z.uuid(),
    userId: z.uuid(),
    name: z.string(),
    bitextId: z.uuid().nullable(),
    beadId: z.uuid().nullable(),
    since: z.string(),
  }),
  z.object({ what: z.literal('gone'), ...Place, clientId: z.uuid(), userId: z.uuid() }),
  /** Somebody has begun to watch here: who is with you? */
  z.object({ what: z.literal('who'), ...Place }),
  z.object({
    what: z.literal('job'),
    ...Place,
    job: z.object({ jobId: z.uuid(), bitextId: z.uuid(), state: z.string(), progress: z.number() }),
  }),
  z.object({ what: z.literal('reload'), ...Place }),
]);
export type Told = z.infer<typeof Told>;
