import { defineRoute } from '@/lib/server/defineRoute';
import { ProjectExportInput } from '@/lib/server/export/ExportInput';
import { exportProject } from '@/lib/server/export/exportProject';

export const GET = defineRoute({ input: ProjectExportInput }, exportProject);
