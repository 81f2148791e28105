'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_ui/Button';
import { SelectField } from '@/app/_ui/Field';
import type { Chapter } from '@/lib/formats/text/TextDraft';
import type { Choices } from './useImport';

const PLACINGS = ['here', 'chapters', 'series'] as const;

type Props = {
  chapters: readonly Chapter[];
  chosen: Choices;
  lang: string | undefined;
  busy: boolean;
  /** Each chapter may become a document of its own. */
  placed?: boolean;
  /** Looks at the same file again with other choices. */
  onChoose: (choices: Choices) => void;
  /** Remembers choices for later. */
  onKeep: (choices: Choices) => void;
};

/** The ordinals that are chosen: by the person, or by the reading order of the book. */
export function chosenOrdinals(chapters: readonly Chapter[], chosen: Choices): ReadonlySet<number> {
  if (chosen.chapters !== undefined) return new Set(chosen.chapters.split(',').filter(Boolean).map(Number));
  return new Set(chapters.filter((chapter) => chapter.chosen).map(({ ordinal }) => ordinal));
}

/** The chapters of a book, to choose from, and where they are to go. */
export function ChapterList({ chapters, chosen, lang, busy, placed = false, onChoose, onKeep }: Props) {
  const t = useTranslations('ImportForm.chapters');
  const ordinals = chosenOrdinals(chapters, chosen);
  const isShown = chapters.every(({ ordinal, chosen: shown }) => ordinals.has(ordinal) === shown);
  const choose = (wanted: readonly number[]) => onKeep({ ...chosen, chapters: wanted.join(',') });
  return (
    <section aria-label={t('title')} className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h3 className="font-medium text-sm">{t('title')}</h3>
        <p role="status" className="text-ink-soft text-sm">
          {t('chosen', { chosen: ordinals.size, all: chapters.length })}
        </p>
        <Button small look="quiet" onClick={() => choose(chapters.map(({ ordinal }) => ordinal))}>
          {t('all')}
        </Button>
        <Button small look="quiet" onClick={() => choose([])}>
          {t('none')}
        </Button>
        {!isShown && ordinals.size > 0 && (
          <Button small busy={busy} onClick={() => onChoose(chosen)}>
            {t('show')}
          </Button>
        )}
      </div>
      <ol className="max-h-96 divide-y divide-line overflow-y-auto rounded-lg border border-line">
        {chapters.map(({ ordinal, title, opening, paragraphCount, characterCount, linear }) => (
          <li key={ordinal}>
            <label className="flex cursor-pointer gap-3 px-4 py-2 hover:bg-sunken">
              <input
                type="checkbox"
                className="mt-1.5"
                checked={ordinals.has(ordinal)}
                onChange={({ target }) =>
                  choose(
                    chapters
                      .map((one) => one.ordinal)
                      .filter((one) => (one === ordinal ? target.checked : ordinals.has(one))),
                  )
                }
              />
              <span className="grid min-w-0 flex-1">
                <span className="font-medium" lang={lang}>
                  {title ?? t('untitled', { ordinal })}
                </span>
                <span className="truncate text-ink-soft text-sm" lang={lang}>
                  {opening}
                </span>
                <span className="text-ink-faint text-xs">
                  {t('length', { paragraphs: paragraphCount, characters: characterCount })}
                  {!linear && ` · ${t('aside')}`}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ol>
      {placed && (
        <div className="max-w-sm">
          <SelectField
            label={t('placing')}
            hint={t('placingHint')}
            value={chosen.placing ?? 'here'}
            onChange={(event) => onKeep({ ...chosen, placing: event.target.value })}
          >
            {PLACINGS.map((placing) => (
              <option key={placing} value={placing}>
                {t(`placings.${placing}`)}
              </option>
            ))}
          </SelectField>
        </div>
      )}
    </section>
  );
}
