import 'server-only';
import type { PreparedExport } from './prepareExport';

/** What an export holds: all of it is made for that, and thrown away. Ends when nobody waits for it any more. */
export async function manifestResponse(
  { chunks, manifest }: PreparedExport,
  signal?: AbortSignal,
): Promise<Response> {
  for await (const _ of chunks) if (signal?.aborted) return new Response(null, { status: 499 });
  return Response.json(manifest(), { headers: { 'cache-control': 'no-store' } });
}
