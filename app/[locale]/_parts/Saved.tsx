import type { ReactNode } from 'react';

/** Says beside a button that it worked; heard by screen readers because it is there before it has words. */
export function Saved({ when, children }: { when: boolean; children: ReactNode }) {
  return (
    <p role="status" className="text-good text-sm">
      {when && children}
    </p>
  );
}
