import { defineRoute } from '@/lib/server/defineRoute';
import { ImportTextInput, importText } from '@/lib/server/imports/importText';
import { MAX_UPLOAD_BYTES } from '@/lib/server/imports/readImport';

export const POST = defineRoute({ input: ImportTextInput, maxBytes: MAX_UPLOAD_BYTES }, importText);
