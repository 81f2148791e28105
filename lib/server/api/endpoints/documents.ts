import 'server-only';
import { z } from 'zod';
import { ok } from '@/lib/result';
import { CreateDocumentInput, createDocument } from '../../documents/createDocument';
import { listDocuments, type DocumentSummary as Stored } from '../../documents/listDocuments';
import { readDocument } from '../../documents/readDocument';
import { DocumentId, ProjectId } from '../../inputs';
import { endpoint } from '../Endpoint';
import { Document, DocumentList, NewDocument } from '../views/documents';

/** What the API says of a document; whatever else is known of it stays here. */
const view = ({ id, title, createdAt, texts, bitexts }: Stored) => ({
  ...{ id, title, createdAt: createdAt.toISOString() },
  texts: texts.map(({ id, lang, isReference, fileName, format, lengthUtf16 }) => ({
    ...{ id, lang, isReference, fileName, format, lengthUtf16 },
  })),
  bitexts: bitexts.map(({ id, lang, aligned, counts, disputed }) => ({
    id,
    lang,
    aligned,
    counts,
    disputed,
  })),
});

const listDocumentsEndpoint = endpoint({
  id: 'listDocuments',
  method: 'GET',
  path: '/projects/{projectId}/documents',
  tag: 'Documents',
  summary: 'The documents of a project, with their texts and how far each language is',
  scope: 'read',
  takes: 'query',
  input: z.object({ projectId: ProjectId }),
  answers: { status: 200, schema: DocumentList },
  async run({ actor, input }) {
    const listed = await listDocuments(actor, input.projectId);
    return listed.ok ? ok({ documents: listed.value.map(view) }) : listed;
  },
});

const createDocumentEndpoint = endpoint({
  id: 'createDocument',
  method: 'POST',
  path: '/projects/{projectId}/documents',
  tag: 'Documents',
  summary: 'Make an empty document, ready for its texts',
  scope: 'import',
  takes: 'json',
  input: CreateDocumentInput,
  answers: { status: 201, schema: NewDocument },
  run: ({ actor, input }) => createDocument(actor, input),
});

const readDocumentEndpoint = endpoint({
  id: 'readDocument',
  method: 'GET',
  path: '/documents/{documentId}',
  tag: 'Documents',
  summary: 'A document: its texts, its progress and its alignment jobs',
  scope: 'read',
  takes: 'query',
  input: z.object({ documentId: DocumentId }),
  answers: { status: 200, schema: Document },
  async run({ actor, input }) {
    const read = await readDocument(actor, input.documentId);
    if (!read.ok) return read;
    const { projectId, summary, jobs } = read.value;
    return ok({ ...view(summary), projectId, jobs });
  },
});

export const DOCUMENT_ENDPOINTS = [listDocumentsEndpoint, createDocumentEndpoint, readDocumentEndpoint];
