import { mayImportInto } from '@/lib/server/imports/mayImportInto';
import { PreviewTextInput, previewText } from '@/lib/server/imports/previewText';
import { MAX_TEXT_UPLOAD } from '@/lib/server/imports/textSource';
import { defineUpload } from '@/lib/server/uploads/defineUpload';

export const POST = defineUpload(
  { input: PreviewTextInput, maxBytes: MAX_TEXT_UPLOAD, may: mayImportInto },
  previewText,
);
