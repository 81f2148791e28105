import { defineRoute } from '@/lib/server/defineRoute';
import { ReadWorkbenchInput, readWorkbench } from '@/lib/server/editing/readWorkbench';

export const GET = defineRoute({ input: ReadWorkbenchInput }, readWorkbench);
