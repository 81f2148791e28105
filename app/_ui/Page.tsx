import type { ReactNode } from 'react';
import { classes } from './classes';

/** A page of reading width with its heading, a lead sentence and what can be done there. */
export function Page({
  title,
  lead,
  actions,
  children,
  narrow,
}: {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  narrow?: boolean;
}) {
  return (
    <main
      id="main"
      className={classes('mx-auto w-full px-4 py-8 sm:px-6', narrow ? 'max-w-lg' : 'max-w-5xl')}
    >
      <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          {/* Where the keyboard's focus goes when one arrives from another page. */}
          <h1 tabIndex={-1} data-own-focus className="font-semibold text-2xl tracking-tight outline-none">
            {title}
          </h1>
          {lead && <p className="mt-1 max-w-prose text-ink-soft">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </main>
  );
}

/** A titled part of a page. */
export function Section({
  title,
  lead,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="grid gap-4 border-line border-t py-6 first:border-t-0 first:pt-0">
      <div>
        <h2 className="font-semibold text-lg">{title}</h2>
        {lead && <p className="max-w-prose text-ink-soft">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
