import { attachAlignment } from '@/lib/server/imports/attachAlignment';
import { AttachInput, MAX_ATTACH_UPLOAD } from '@/lib/server/imports/attachTask';
import { mayEditSome } from '@/lib/server/imports/mayImportInto';

import { defineUpload } from '@/lib/server/uploads/defineUpload';

export const POST = defineUpload(
  { input: AttachInput, maxBytes: MAX_ATTACH_UPLOAD, may: mayEditSome },
  attachAlignment,
);
