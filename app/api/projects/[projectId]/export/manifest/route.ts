import { defineRoute } from '@/lib/server/defineRoute';
import { ProjectExportInput } from '@/lib/server/export/ExportInput';
import { exportProjectManifest } from '@/lib/server/export/exportProject';

export const GET = defineRoute({ input: ProjectExportInput }, exportProjectManifest);
