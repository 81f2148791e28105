import { defineRoute } from '@/lib/server/defineRoute';
import { ExportInput, exportDocument } from '@/lib/server/export/exportDocument';

export const GET = defineRoute({ input: ExportInput }, exportDocument);
