import { importBundle } from '@/lib/server/bundle/importBundle';
import { ImportBundleInput, MAX_BUNDLE_BYTES } from '@/lib/server/bundle/planBundle';
import { mayImportIntoProject } from '@/lib/server/imports/mayImportInto';
import { defineUpload } from '@/lib/server/uploads/defineUpload';

export const POST = defineUpload(
  { input: ImportBundleInput, maxBytes: MAX_BUNDLE_BYTES, may: mayImportIntoProject },
  importBundle,
);
