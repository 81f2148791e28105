import type { ReactNode } from 'react';
import { Page } from '@/app/_ui/Page';
import { AppBar } from '../../../../../../_parts/AppBar';

type Props = {
  document: { id: string; title: string; projectId: string; projectName: string };
  /** Where one is, below the document's texts. */
  crumb: string;
  title: string;
  lead: string;
  children: (base: string) => ReactNode;
};

/** The frame of what is done to a document's texts. `base` is the document's path without locale. */
export function SubPage({ document, crumb, title, lead, children }: Props) {
  const base = `/projects/${document.projectId}/documents/${document.id}`;
  return (
    <>
      <AppBar
        crumbs={[
          { label: document.projectName, href: `/projects/${document.projectId}` },
          { label: document.title, href: `${base}/texts` },
          { label: crumb },
        ]}
      />
      <Page title={title} lead={lead}>
        {children(base)}
      </Page>
    </>
  );
}
