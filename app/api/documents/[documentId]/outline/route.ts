import { defineRoute } from '@/lib/server/defineRoute';
import { ReadOutlineInput, readOutline } from '@/lib/server/editing/readOutline';
import { largeResponse } from '@/lib/server/largeResponse';

// Megabytes in a long document, and what opening it waits for.
export const GET = defineRoute({ input: ReadOutlineInput }, async function read(actor, input, request) {
  return largeResponse(request, await readOutline(actor, input));
});
