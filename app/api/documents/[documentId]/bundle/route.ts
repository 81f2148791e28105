import { BundleInput, exportBundle } from '@/lib/server/bundle/exportBundle';
import { defineRoute } from '@/lib/server/defineRoute';

export const GET = defineRoute({ input: BundleInput }, exportBundle);
