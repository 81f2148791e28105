import { AttachInput, MAX_ATTACH_UPLOAD } from '@/lib/server/imports/attachTask';

import { mayEditSome } from '@/lib/server/imports/mayImportInto';
import { previewAttach } from '@/lib/server/imports/previewAttach';
import { defineUpload } from '@/lib/server/uploads/defineUpload';

export const POST = defineUpload(
  { input: AttachInput, maxBytes: MAX_ATTACH_UPLOAD, may: mayEditSome },
  previewAttach,
);
