import { ImportTextInput, importText } from '@/lib/server/imports/importText';
import { mayImportInto } from '@/lib/server/imports/mayImportInto';
import { MAX_TEXT_UPLOAD } from '@/lib/server/imports/textSource';
import { defineUpload } from '@/lib/server/uploads/defineUpload';

export const POST = defineUpload(
  { input: ImportTextInput, maxBytes: MAX_TEXT_UPLOAD, may: mayImportInto },
  importText,
);
