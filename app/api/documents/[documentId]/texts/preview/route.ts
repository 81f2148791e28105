import { defineRoute } from '@/lib/server/defineRoute';
import { PreviewTextInput, previewText } from '@/lib/server/imports/previewText';
import { MAX_UPLOAD_BYTES } from '@/lib/server/imports/readImport';

export const POST = defineRoute({ input: PreviewTextInput, maxBytes: MAX_UPLOAD_BYTES }, previewText);
