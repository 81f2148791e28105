'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/app/_ui/Field';
import { Notice } from '@/app/_ui/Notice';
import { useFormatName } from '@/app/_ui/useFormatName';
import type { AttachPreview } from '@/lib/server/imports/previewAttach';
import { PreviewCard } from '../../_parts/PreviewCard';
import type { AttachSides } from './AttachForm';

type Props = {
  preview: AttachPreview;
  sides: AttachSides;
  busy: 'reading' | 'storing' | null;
  /** Whether beads that people have vouched for are replaced too. */
  replaces: boolean;
  onReplace: (replaces: boolean) => void;
  onAccept: () => void;
  onAgain: () => void;
};

/** What attaching would change: counted, and its first beads side by side. */
export function AttachPreviewView({ preview, sides, busy, replaces, onReplace, onAccept, onAgain }: Props) {
  const t = useTranslations('AttachForm');
  const formatName = useFormatName();
  const { kept, made, gone, lockedGone, clipped, cuts, crossing, unlinked, placed, leftOut, first } = preview;
  const name = preview.order === 'sourceFirst' ? sides.reference : sides.translation;
  const facts = [
    t('changes', { made, gone, kept }),
    t('first', { name }),
    cuts.target > 0 && t('cuts', { count: cuts.target, name: sides.translation }),
    cuts.source > 0 && t('cuts', { count: cuts.source, name: sides.reference }),
    crossing > 0 && t('crossing', { count: crossing }),
    unlinked > 0 && t('unlinked', { count: unlinked }),
    clipped > 0 && t('clipped', { count: clipped }),
    ...[placed?.source, placed?.target].flatMap((one) =>
      one
        ? [
            t('placed', one),
            one.lost > 0 && t('lost', { file: one.file, count: one.lost, place: one.firstLost }),
            one.inside > 0 && t('inside', { file: one.file, count: one.inside }),
          ]
        : [],
    ),
    leftOut > 0 && t('leftOut', { count: leftOut }),
  ].filter((fact): fact is string => fact !== false);
  return (
    <PreviewCard
      title={preview.file}
      about={formatName(preview.format)}
      busy={busy}
      words={{ another: t('another'), accept: t('accept'), cancel: t('cancel') }}
      canAccept={made + gone > 0}
      onAccept={onAccept}
      onAgain={onAgain}
      below={first.length > 0 && <FirstBeads first={first} sides={sides} />}
    >
      <ul className="list-disc pl-5">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <Checkbox
        label={t('replaceLocked')}
        checked={replaces}
        disabled={busy !== null}
        onChange={(event) => onReplace(event.target.checked)}
      />
      {lockedGone > 0 && <Notice tone="warn">{t('lockedGone', { count: lockedGone })}</Notice>}
      {made + gone === 0 && <Notice>{t('same')}</Notice>}
    </PreviewCard>
  );
}

function FirstBeads({ first, sides }: { first: AttachPreview['first']; sides: AttachSides }) {
  const t = useTranslations('AttachForm');
  return (
    <section className="grid gap-3">
      <h2 className="font-semibold">{t('beads')}</h2>
      <ol className="grid gap-2">
        {first.map(({ source, target }) => (
          <li
            key={`${source}\n${target}`}
            className="grid gap-4 rounded-lg border border-line bg-surface px-4 py-2 sm:grid-cols-2"
          >
            <p className="reading" lang={sides.referenceLang}>
              {source || t('nothing')}
            </p>
            <p className="reading" lang={sides.translationLang}>
              {target || t('nothing')}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
