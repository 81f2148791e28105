'use client';

import { KeymapProvider } from './commands/KeymapContext';
import type { KeyChoices } from './commands/keymap';
import { DocumentLoader } from './DocumentLoader';
import { Workbench, type WorkbenchProps } from './Workbench';

/** The workbench, as soon as its document is there, with the keys of whoever sits at it. */
export function WorkbenchLoader({ keys, ...props }: Omit<WorkbenchProps, 'opened'> & { keys: KeyChoices }) {
  return (
    <DocumentLoader documentId={props.documentId}>
      {(opened) => (
        <KeymapProvider initial={keys}>
          <Workbench {...props} opened={opened} />
        </KeymapProvider>
      )}
    </DocumentLoader>
  );
}
