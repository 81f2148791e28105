import { notFound } from 'next/navigation';
import { cache } from 'react';
import { readDocument } from '@/lib/server/documents/readDocument';
import { signedIn } from '../../../../../_parts/signedIn';
import { unwrap } from '../../../../../_parts/unwrap';

const read = cache(async (documentId: string) => unwrap(await readDocument(await signedIn(), documentId)));

/** The document of a page's address; read once a request. An address with another project's id leads nowhere. */
export async function openDocument(params: { projectId: string; documentId: string }) {
  const document = await read(params.documentId);
  if (document.projectId !== params.projectId) notFound();
  return document;
}
