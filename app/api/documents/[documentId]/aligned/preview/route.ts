import { AlignedSource, MAX_ALIGNED_UPLOAD } from '@/lib/server/imports/alignedTask';
import { mayImportInto } from '@/lib/server/imports/mayImportInto';
import { previewAligned } from '@/lib/server/imports/previewAligned';
import { defineUpload } from '@/lib/server/uploads/defineUpload';

export const POST = defineUpload(
  { input: AlignedSource, maxBytes: MAX_ALIGNED_UPLOAD, may: mayImportInto },
  previewAligned,
);
