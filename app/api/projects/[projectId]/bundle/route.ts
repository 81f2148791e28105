import {
  ImportBundleInput,
  importBundle,
  MAX_BUNDLE_BYTES,
  mayImportBundle,
} from '@/lib/server/bundle/importBundle';
import { defineUpload } from '@/lib/server/uploads/defineUpload';

export const POST = defineUpload(
  { input: ImportBundleInput, maxBytes: MAX_BUNDLE_BYTES, may: mayImportBundle },
  importBundle,
);
