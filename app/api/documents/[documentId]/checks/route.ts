import { ReadChecksInput, readChecks } from '@/lib/server/checks/readChecks';
import { defineRoute } from '@/lib/server/defineRoute';

export const GET = defineRoute({ input: ReadChecksInput }, readChecks);
