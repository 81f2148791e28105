import { ReadBeadChecksInput, readBeadChecks } from '@/lib/server/checks/readBeadChecks';
import { defineRoute } from '@/lib/server/defineRoute';

export const GET = defineRoute({ input: ReadBeadChecksInput }, readBeadChecks);
