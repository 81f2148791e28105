import { defineRoute } from '@/lib/server/defineRoute';
import { ReadPassagesInput, readPassages } from '@/lib/server/editing/readPassages';

// POST, for its many windows; it changes nothing.
export const POST = defineRoute({ input: ReadPassagesInput }, readPassages);
