import { defineRoute } from '@/lib/server/defineRoute';
import { ExportInput, exportManifest } from '@/lib/server/export/exportDocument';

export const GET = defineRoute({ input: ExportInput }, exportManifest);
