import 'server-only';
import { z } from 'zod';
import type { Change } from '@/lib/bitext/change';
import type { EventKind } from '@/lib/bitext/history';

/** A change with more rows than this is not sent: whoever watches loads anew what is on the screen. */
export const MOST_ROWS = 500;

/** Somebody in the document, and where. One person may be there in several windows. */
export type Present = {
  clientId: string;
  userId: string;
  name: string;
  bitextId: string | null;
  beadId: string | null;
  /** When they came to this bead; ISO 8601, UTC. */
  since: string;
};

/** What happened in the document. `change` is null, and `reload` true, when it is too large to be sent. */
export type WatchedChange = {
  seq: number;
  eventId: string;
  actorId: string;
  actorName: string;
  at: string;
  kind: EventKind;
  change: Change | null;
  reload: boolean;
};

export type JobNews = { jobId: string; bitextId: string; state: string; progress: number };

/** The events of the stream, by name, with what each carries. */
export type LiveMessages = {
  /** After what was missed has been sent: `seq` is where the watcher stands now. */
  hello: { seq: number };
  change: WatchedChange;
  presence: Present[];
  job: JobNews;
  /** Texts came or went, or so much was missed that it is not told one by one: everything is to be loaded anew. */
  reload: { seq: number };
  /** The stream ends and it is of no use to come back. */
  bye: { code: string };
};

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
