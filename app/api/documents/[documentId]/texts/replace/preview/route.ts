import { defineRoute } from '@/lib/server/defineRoute';
import { previewVersion } from '@/lib/server/imports/previewVersion';
import { MAX_UPLOAD_BYTES } from '@/lib/server/imports/readImport';
import { VersionInput } from '@/lib/server/imports/readVersion';

export const POST = defineRoute({ input: VersionInput, maxBytes: MAX_UPLOAD_BYTES }, previewVersion);
