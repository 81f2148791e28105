'use client';

import { DocumentLoader } from '../../_parts/DocumentLoader';
import { Reader, type ReaderProps } from './Reader';

/** The reading page, as soon as its document's shape is there; the words come as they are read. */
export function ReaderLoader(props: Omit<ReaderProps, 'opened'>) {
  return (
    <DocumentLoader documentId={props.documentId}>
      {(opened) => <Reader {...props} opened={opened} />}
    </DocumentLoader>
  );
}
