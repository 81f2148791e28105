import 'server-only';
import type { Actor } from '@/lib/bitext/can';
import type { AlignedPreview } from '@/lib/formats/aligned/describeAligned';
import type { Result } from '@/lib/result';
import { readInThread } from '../reading/openReading';
import type { Working } from '../uploads/Working';
import { type AlignedInput, alignedTask } from './alignedTask';
import { mayImportInto } from './mayImportInto';

/** What an import of aligned texts would store, shown before anything is. */
export async function previewAligned(
  actor: Actor,
  input: AlignedInput,
  working: Working,
): Promise<Result<AlignedPreview>> {
  const head = await mayImportInto(actor, input);
  if (!head.ok) return head;
  return readInThread({ kind: 'alignedPreview', ...alignedTask(actor, input, head.value) }, working);
}
