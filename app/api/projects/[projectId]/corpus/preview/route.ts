import { MAX_ALIGNED_UPLOAD } from '@/lib/server/imports/alignedTask';
import { CorpusSource } from '@/lib/server/imports/corpusTask';
import { mayImportIntoProject } from '@/lib/server/imports/mayImportInto';
import { previewCorpus } from '@/lib/server/imports/previewCorpus';
import { defineUpload } from '@/lib/server/uploads/defineUpload';

export const POST = defineUpload(
  { input: CorpusSource, maxBytes: MAX_ALIGNED_UPLOAD, may: mayImportIntoProject },
  previewCorpus,
);
