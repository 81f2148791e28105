import { ReadJobInput, readJob } from '@/lib/server/align/readJob';
import { defineRoute } from '@/lib/server/defineRoute';

export const GET = defineRoute({ input: ReadJobInput }, readJob);
