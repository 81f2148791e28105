import { defineRoute } from '@/lib/server/defineRoute';
import { RevertEditInput, revertEdit } from '@/lib/server/editing/revertEdit';

export const POST = defineRoute({ input: RevertEditInput }, revertEdit);
