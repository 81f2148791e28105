import { readHealth } from '@/lib/server/readHealth';

export const dynamic = 'force-dynamic';

/** Whether we can serve. Open to everyone, and says nothing else. */
export const GET = async (): Promise<Response> => {
  const healthy = await readHealth();
  return Response.json(
    { healthy },
    { status: healthy ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
};
