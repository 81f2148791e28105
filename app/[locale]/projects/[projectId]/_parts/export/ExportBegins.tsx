import { useTranslations } from 'next-intl';
import type { ExportPreview } from '@/lib/server/export/previewExport';

/** The first rows of the file as they will stand in it. */
export function ExportBegins({ preview }: { preview: ExportPreview }) {
  const t = useTranslations('ExportForm');
  return (
    <section className="grid min-w-0 gap-3">
      <h2 className="font-semibold text-lg">{t(preview.asTable ? 'previewTable' : 'preview')}</h2>
      {preview.begins.map(({ name, text }) => (
        <figure key={name} className="grid min-w-0 gap-1">
          <figcaption className="text-ink-soft text-sm">{name}</figcaption>
          {/* Scrolled with the keyboard too. */}
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
            tabIndex={0}
            className="max-h-80 overflow-auto rounded-md border border-line bg-surface p-3 font-mono text-xs leading-relaxed"
          >
            {text}
          </pre>
        </figure>
      ))}
    </section>
  );
}
