import { defineRoute } from '@/lib/server/defineRoute';
import { WatchDocumentInput, watchDocument } from '@/lib/server/live/watchDocument';

export const dynamic = 'force-dynamic';

export const GET = defineRoute({ input: WatchDocumentInput }, async function watch(actor, input, request) {
  return watchDocument(actor, input, request);
});
