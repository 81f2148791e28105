import { defineRoute } from '@/lib/server/defineRoute';
import { ExportInput } from '@/lib/server/export/ExportInput';
import { previewDocumentExport } from '@/lib/server/export/exportDocument';

export const GET = defineRoute({ input: ExportInput }, previewDocumentExport);
