import type { ReactNode } from 'react';

/** What a list says when it is empty: what it is for, and the next step. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-3 rounded-xl border border-line border-dashed bg-surface px-6 py-10">
      <h2 className="font-semibold text-lg">{title}</h2>
      {children}
    </div>
  );
}
