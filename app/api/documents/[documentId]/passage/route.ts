import { defineRoute } from '@/lib/server/defineRoute';
import { ReadPassageInput, readPassage } from '@/lib/server/editing/readPassage';

export const GET = defineRoute({ input: ReadPassageInput }, readPassage);
