import { defineRoute } from '@/lib/server/defineRoute';
import { ReadOutlineInput, readOutline } from '@/lib/server/editing/readOutline';

export const GET = defineRoute({ input: ReadOutlineInput }, readOutline);
