import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as documents from '@/db/queries/documents';
import { type Actor, can } from '@/lib/bitext/can';
import { err, type Result } from '@/lib/result';
import { actorOf } from '../actor';
import { log } from '../log';
import { getHub } from './getHub';
import { openStream } from './openStream';
import { frame } from './wire';

export const WatchDocumentInput = z.object({
  documentId: z.uuid(),
  /** The last event that the watcher knows of; what came after it is sent first. */
  since: z.coerce.number().int().nonnegative().optional(),
  /** The watcher's window, when it wants to be seen. */
  clientId: z.uuid().optional(),
});

/** One person's streams in one process. A browser takes six connections to a host, so this is many browsers. */
const MOST_STREAMS = 40;
const RECHECK_MS = 120_000;

/**
 * What happens in a document, as server-sent events (`LiveMessages`), to whoever may read it. Rights are
 * asked again from time to time: whoever loses them, or signs out, is let go within minutes.
 */
export async function watchDocument(
  actor: Actor,
  { documentId, since, clientId }: z.output<typeof WatchDocumentInput>,
  request: Request,
  recheckMs = RECHECK_MS,
): Promise<Result<never> | Response> {
  if (!(await mayWatch(actor, documentId))) return err('document.notFound');
  const hub = await getHub();
  if (hub.watching(actor.id) >= MOST_STREAMS) return err('request.busy');
  const lastSeen = Number.parseInt(request.headers.get('last-event-id') ?? '', 10);
  const seen = Number.isNaN(lastSeen) ? (since ?? null) : lastSeen;
  const { id: userId, name } = actor;
  return openStream(request.signal, (send, end) => {
    const watcher = { userId, clientId: clientId ?? null, send };
    const stop = hub.watch(documentId, watcher, seen);
    if (clientId && !hub.isPresent(documentId, userId, clientId))
      hub.note(documentId, { clientId, userId, name, bitextId: null, beadId: null });
    const timer = setInterval(async () => {
      try {
        const now = await actorOf(request.headers);
        if (now && (await mayWatch(now, documentId))) return;
        send(frame('bye', { code: now ? 'document.notFound' : 'auth.signedOut' }));
        end();
      } catch (cause) {
        log.error('live.unchecked', cause, { documentId }); // Asked again next time.
      }
    }, recheckMs);
    return () => {
      clearInterval(timer);
      stop();
    };
  });
}

async function mayWatch(actor: Actor, documentId: string): Promise<boolean> {
  const document = await documents.find(await getDb(), documentId);
  return document !== null && can(actor, 'read', document);
}
