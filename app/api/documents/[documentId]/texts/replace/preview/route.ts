import { mayImportInto } from '@/lib/server/imports/mayImportInto';
import { previewVersion } from '@/lib/server/imports/previewVersion';
import { VersionInput } from '@/lib/server/imports/readVersion';
import { MAX_TEXT_UPLOAD } from '@/lib/server/imports/textSource';
import { defineUpload } from '@/lib/server/uploads/defineUpload';

export const POST = defineUpload(
  { input: VersionInput, maxBytes: MAX_TEXT_UPLOAD, may: mayImportInto },
  previewVersion,
);
