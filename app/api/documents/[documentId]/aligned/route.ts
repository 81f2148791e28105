import { AlignedSource, MAX_ALIGNED_UPLOAD } from '@/lib/server/imports/alignedTask';
import { importAligned } from '@/lib/server/imports/importAligned';
import { mayImportInto } from '@/lib/server/imports/mayImportInto';
import { defineUpload } from '@/lib/server/uploads/defineUpload';

export const POST = defineUpload(
  { input: AlignedSource, maxBytes: MAX_ALIGNED_UPLOAD, may: mayImportInto },
  importAligned,
);
