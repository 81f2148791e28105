import { defineRoute } from '@/lib/server/defineRoute';
import { importAligned } from '@/lib/server/imports/importAligned';
import { AlignedSource, MAX_ALIGNED_UPLOAD } from '@/lib/server/imports/readAlignedImport';

export const POST = defineRoute({ input: AlignedSource, maxBytes: MAX_ALIGNED_UPLOAD }, importAligned);
