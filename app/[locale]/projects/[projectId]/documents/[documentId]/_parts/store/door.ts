import { type DocumentOutline, unfoldOutline } from '@/lib/bitext/outline';
import type { Paragraph } from '@/lib/bitext/types';
import type { Failure, Result } from '@/lib/result';
import type { OpenedDocument } from '@/lib/server/editing/readOutline';
import { fetchPieces } from './fetchPieces';
import type { FetchPiece } from './Passages';
import type { Door } from './serverDoor';

/** A GET of ours. Throws when the server can't be reached. */
export async function get<T>(path: string): Promise<Result<T>> {
  const response = await fetch(path, { cache: 'no-store' });
  const body = (await response.json()) as { value: T } | { error: Failure };
  return 'error' in body ? { ok: false, error: body.error } : { ok: true, value: body.value };
}

/** A POST of ours. Throws when the server can't be reached. */
export async function post<T>(path: string, input: object): Promise<Result<T>> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  const body = (await response.json()) as { value: T } | { error: Failure };
  return 'error' in body ? { ok: false, error: body.error } : { ok: true, value: body.value };
}

/** All that the grid opens with. */
export const fetchOutline = (documentId: string): Promise<Result<OpenedDocument>> =>
  get(`/api/documents/${documentId}/outline`);

/** The server, for the store of one document. */
export const doorOf = (documentId: string): Door => ({
  // Plain routes: a server action would wait for the one before it and draw the page anew.
  edit: (input) => post(`/api/documents/${documentId}/edits`, input),
  takeBack: (direction) => post(`/api/documents/${documentId}/edits/take-back`, { direction }),
  revert: (eventId) => post(`/api/documents/${documentId}/edits/revert`, { eventId }),
  reload: async () => {
    const answer = await get<DocumentOutline>(`/api/documents/${documentId}/outline`);
    return answer.ok
      ? { ok: true, value: { state: unfoldOutline(answer.value), seq: answer.value.seq } }
      : answer;
  },
});

export const piecesOf = (documentId: string): FetchPiece =>
  fetchPieces((windows) => post<Paragraph[][]>(`/api/documents/${documentId}/passages`, { windows }));
