import 'server-only';
import type { PreparedExport } from './prepareExport';

/** What an export holds: all of it is made for that, and thrown away. Ends when nobody waits for it any more. */
export async function manifestResponse(
  { chunks, stop, manifest }: PreparedExport,
  signal?: AbortSignal,
): Promise<Response> {
  signal?.addEventListener('abort', stop, { once: true });
  try {
    for await (const _ of chunks) if (signal?.aborted) return nobody();
  } catch (cause) {
    if (!signal?.aborted) throw cause;
    return nobody();
  }
  return Response.json(manifest(), { headers: { 'cache-control': 'no-store' } });
}

const nobody = () => new Response(null, { status: 499 });
