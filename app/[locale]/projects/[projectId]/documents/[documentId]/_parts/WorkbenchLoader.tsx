'use client';

import { KeymapProvider } from './commands/KeymapContext';
import type { KeyChoices } from './commands/keymap';
import { DocumentLoader } from './DocumentLoader';
import { Workbench, type WorkbenchProps } from './Workbench';

/** The workbench, as soon as its document is there, with the keys of whoever sits at it. */
export function WorkbenchLoader({
  keys,
  ...props
}: Omit<WorkbenchProps, 'opened' | 'reopen'> & { keys: KeyChoices }) {
  return (
    <DocumentLoader documentId={props.documentId}>
      {(opened, reopen) => (
        <KeymapProvider initial={keys}>
          <Workbench
            // Other texts make another document of it; edits on their way wait in the browser.
            key={opened.texts.map(({ id }) => id).join(' ')}
            {...props}
            opened={opened}
            reopen={reopen}
          />
        </KeymapProvider>
      )}
    </DocumentLoader>
  );
}
