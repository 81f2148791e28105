import { defineRoute } from '@/lib/server/defineRoute';
import { ReadOutlineInput, readOutline } from '@/lib/server/editing/readOutline';
import { packedResponse } from '@/lib/server/packedResponse';

// Megabytes in a long document, and what opening it waits for.
export const GET = defineRoute({ input: ReadOutlineInput }, async function readPacked(actor, input, request) {
  return packedResponse(request, await readOutline(actor, input));
});
