import { defineRoute } from '@/lib/server/defineRoute';
import { MAX_UPLOAD_BYTES } from '@/lib/server/imports/readImport';
import { VersionInput } from '@/lib/server/imports/readVersion';
import { replaceText } from '@/lib/server/imports/replaceText';

export const POST = defineRoute({ input: VersionInput, maxBytes: MAX_UPLOAD_BYTES }, replaceText);
