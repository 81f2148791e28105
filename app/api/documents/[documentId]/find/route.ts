import { defineRoute } from '@/lib/server/defineRoute';
import { FindInDocumentInput, findInDocument } from '@/lib/server/find/findInDocument';

export const GET = defineRoute({ input: FindInDocumentInput }, findInDocument);
