import { defineRoute } from '@/lib/server/defineRoute';
import { TakeBackInput, takeBack } from '@/lib/server/editing/takeBack';

export const POST = defineRoute({ input: TakeBackInput }, takeBack);
