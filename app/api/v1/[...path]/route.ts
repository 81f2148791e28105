import { ENDPOINTS } from '@/lib/server/api/endpoints';
import { serve } from '@/lib/server/api/serve';

export const dynamic = 'force-dynamic';

/** The HTTP API for programs: one table of endpoints, which is its OpenAPI description as well. */
const handle = (request: Request): Promise<Response> => serve(request, ENDPOINTS);

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
