import 'server-only';

/** Proxies and browsers drop connections on which nothing is said. */
const HEARTBEAT_MS = 15_000;
/** An event, not a comment: scripts are not told of comments, and watch for silence too. */
const HEARTBEAT = 'event: beat\ndata: {}\n\n';
/** A reader so far behind is let go: it comes back and gets what it missed from the history. */
const MOST_WAITING_BYTES = 4 * 1024 * 1024;

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // no-transform: compression would hold events back until its buffer is full.
  'cache-control': 'no-cache, no-store, no-transform',
  'x-accel-buffering': 'no',
};

/**
 * A response that stays open for server-sent events until the reader leaves.
 *
 * @param start gets `send`, which takes whole frames, and `end`; answers with what is to be done at the
 *   end, which happens once, whoever ends the stream.
 */
export function openStream(
  signal: AbortSignal,
  start: (send: (frames: string) => void, end: () => void) => () => void,
): Response {
  const encoder = new TextEncoder();
  let finish = (): void => {};
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let open = true;
        let cleanUp = (): void => {};
        const send = (frames: string): void => {
          if (!open) return;
          controller.enqueue(encoder.encode(frames));
          if ((controller.desiredSize ?? 0) < 0) finish();
        };
        const heartbeat = setInterval(() => send(HEARTBEAT), HEARTBEAT_MS);
        finish = (): void => {
          if (!open) return;
          open = false;
          clearInterval(heartbeat);
          signal.removeEventListener('abort', finish);
          cleanUp();
          try {
            controller.close();
          } catch {
            // Cancelled by the reader: closed already.
          }
        };
        if (signal.aborted) return finish();
        signal.addEventListener('abort', finish);
        // Something at once: until the first byte a proxy may keep the headers back.
        send(': here\n\n');
        cleanUp = start(send, finish);
        if (!open) cleanUp();
      },
      cancel: () => finish(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING_BYTES }),
  );
  return new Response(body, { headers: HEADERS });
}
