import 'server-only';
import { ok } from '@/lib/result';
import { attachAlignment } from '../../imports/attachAlignment';
import { AttachInput, MAX_ATTACH_UPLOAD } from '../../imports/attachTask';
import { mayEditSome, mayImportInto } from '../../imports/mayImportInto';
import { previewAttach } from '../../imports/previewAttach';
import { previewVersion } from '../../imports/previewVersion';
import { VersionInput } from '../../imports/readVersion';
import { replaceText } from '../../imports/replaceText';
import { MAX_TEXT_UPLOAD } from '../../imports/textSource';
import { endpoint } from '../Endpoint';
import { AttachedAlignment, AttachmentPreview, ReplacedText, ReplacementPreview } from '../views/corrections';

const ATTACH =
  'XCES, InterText, hunalign ladders, vecalign and bertalign lines. Beads that people have vouched for are walls, unless ' +
  '`replaceLocked` is `yes`. One event, which can be undone.';
const REPLACE =
  'Beads whose words stay the same keep their status, the others become `stale`. One event, which can be undone.';
const common = { method: 'POST', tag: 'Import', scope: 'import', takes: 'files' } as const;

/** Files for documents at work: a corrected text, an alignment of texts that are there. */
export const CORRECTION_ENDPOINTS = [
  endpoint({
    ...common,
    id: 'previewReplacement',
    path: '/documents/{documentId}/texts/replace/preview',
    summary: 'What a corrected file would change in a text; nothing is stored',
    details: REPLACE,
    maxBytes: MAX_TEXT_UPLOAD,
    may: mayImportInto,
    input: VersionInput,
    answers: { status: 200, schema: ReplacementPreview },
    async run({ actor, input, working }) {
      const preview = await previewVersion(actor, input, working);
      if (!preview.ok) return preview;
      const { fileName, bytes, format, encoding, isSame, paragraphs, differences, beads } = preview.value;
      return ok({ fileName, bytes, format, encoding, isSame, paragraphs, differences, beads });
    },
  }),
  endpoint({
    ...common,
    id: 'replaceText',
    path: '/documents/{documentId}/texts/replace',
    summary: 'Put a corrected file in the place of a text',
    details: REPLACE,
    maxBytes: MAX_TEXT_UPLOAD,
    may: mayImportInto,
    input: VersionInput,
    answers: { status: 200, schema: ReplacedText },
    run: ({ actor, input, working }) => replaceText(actor, input, working),
  }),
  endpoint({
    ...common,
    id: 'previewAttachment',
    path: '/documents/{documentId}/bitexts/{bitextId}/alignment/preview',
    summary: 'What an alignment from a file would change; nothing is stored',
    details: ATTACH,
    maxBytes: MAX_ATTACH_UPLOAD,
    may: mayEditSome,
    input: AttachInput,
    answers: { status: 200, schema: AttachmentPreview },
    run: ({ actor, input, working }) => previewAttach(actor, input, working),
  }),
  endpoint({
    ...common,
    id: 'attachAlignment',
    path: '/documents/{documentId}/bitexts/{bitextId}/alignment',
    summary: 'Take the alignment of a bitext from a file',
    details: ATTACH,
    maxBytes: MAX_ATTACH_UPLOAD,
    may: mayEditSome,
    input: AttachInput,
    answers: { status: 200, schema: AttachedAlignment },
    run: ({ actor, input, working }) => attachAlignment(actor, input, working),
  }),
];
