import { defineRoute } from '@/lib/server/defineRoute';
import { previewAligned } from '@/lib/server/imports/previewAligned';
import { AlignedSource, MAX_ALIGNED_UPLOAD } from '@/lib/server/imports/readAlignedImport';

export const POST = defineRoute({ input: AlignedSource, maxBytes: MAX_ALIGNED_UPLOAD }, previewAligned);
