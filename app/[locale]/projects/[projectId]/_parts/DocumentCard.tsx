import { getLocale, getTranslations } from 'next-intl/server';
import { STATUS_FILL } from '@/app/_ui/StatusMark';
import { BEAD_STATUSES } from '@/lib/bitext/types';
import { Link } from '@/lib/i18n/navigation';
import type { DocumentSummary } from '@/lib/server/documents/listDocuments';
import { langName } from '../../../_parts/langNames';

/** A document in the list: its title, and how far each language is. */
export async function DocumentCard({
  projectId,
  document,
  targetLangs,
}: {
  projectId: string;
  /** In the project's order. */
  targetLangs: readonly string[];
  document: DocumentSummary;
}) {
  const t = await getTranslations('DocumentsPage');
  const locale = await getLocale();
  const bitexts = document.bitexts.toSorted(
    (a, b) => targetLangs.indexOf(a.lang) - targetLangs.indexOf(b.lang),
  );
  const href = `/projects/${projectId}/documents/${document.id}`;
  return (
    <li className="relative rounded-lg border border-line bg-surface p-4 transition-colors hover:border-line-strong">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="font-semibold text-lg">
          <Link
            href={document.bitexts.length ? href : `${href}/texts`}
            className="after:absolute after:inset-0"
          >
            {document.title}
          </Link>
        </h2>
        {document.texts.length === 0 && <span className="text-ink-soft text-sm">{t('noTexts')}</span>}
      </div>
      <ul className="grid gap-2">
        {bitexts.map(({ id, lang, aligned, counts }) => {
          const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
          const approved = counts.approved + counts['self-reviewed'];
          const name = langName(locale, lang);
          return (
            <li key={id} className="grid gap-1 text-sm">
              <span className="text-ink-soft">
                {aligned
                  ? t('progress', { lang: name, all, done: approved + counts.confirmed, approved })
                  : t('notAligned', { lang: name })}
                {counts.stale > 0 && (
                  <span className="text-bad"> · {t('stale', { count: counts.stale })}</span>
                )}
              </span>
              <span aria-hidden="true" className="flex h-1.5 overflow-hidden rounded-full bg-sunken">
                {BEAD_STATUSES.toReversed().map(
                  (status) =>
                    counts[status] > 0 && (
                      <span
                        key={status}
                        className={STATUS_FILL[status]}
                        style={{ width: `${(100 * counts[status]) / all}%` }}
                      />
                    ),
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </li>
  );
}
