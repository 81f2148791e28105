'use client';

import type { OpenedDocument } from '@/lib/server/editing/readOutline';
import { DocumentLoader } from '../../_parts/DocumentLoader';
import { Reader, type ReaderProps } from './Reader';
import { useWatchedDocument } from './useWatchedDocument';

type LoaderProps = Omit<ReaderProps, 'watched'> & { documentId: string };

/** The reading page, as soon as its document's shape is there; the words come as they are read. */
export function ReaderLoader(props: LoaderProps) {
  return (
    <DocumentLoader documentId={props.documentId}>
      {(opened) => <WatchingReader {...props} opened={opened} />}
    </DocumentLoader>
  );
}

function WatchingReader({ documentId, opened, ...props }: LoaderProps & { opened: OpenedDocument }) {
  const watched = useWatchedDocument(documentId, opened);
  const aligned = Object.values(watched.state.bitexts).filter(({ beads }) => beads.length > 0);
  // A translation that comes or goes makes other columns, and another page of it.
  return <Reader key={aligned.map(({ id }) => id).join(' ')} {...props} watched={watched} />;
}
