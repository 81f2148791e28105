import { defineRoute } from '@/lib/server/defineRoute';
import { ProjectExportInput } from '@/lib/server/export/ExportInput';
import { previewProjectExport } from '@/lib/server/export/exportProject';

export const GET = defineRoute({ input: ProjectExportInput }, previewProjectExport);
