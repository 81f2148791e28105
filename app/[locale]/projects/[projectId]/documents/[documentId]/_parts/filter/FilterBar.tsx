'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { classes } from '@/app/_ui/classes';
import { StatusMark } from '@/app/_ui/StatusMark';
import { BEAD_STATUSES, type BeadStatus } from '@/lib/bitext/types';
import { CHECK_IDS } from '@/lib/checks/types';
import { ANY_CHECK, type Filter, isFiltering, NO_FILTER, ONLY_CHOICES } from './filters';

const THRESHOLDS = [0.99, 0.95, 0.9, 0.8, 0.6] as const;
/** A pause in typing after which the search begins. */
const TYPING_MS = 120;

type Props = {
  filter: Filter;
  onChange: (filter: Filter) => void;
  /** The database is still looking. */
  searching: boolean;
  shown: number;
  all: number;
  search: RefObject<HTMLInputElement | null>;
  /** Gives the focus to the first bead found. */
  onLeave: () => void;
};

/** What the grid shows: by status, confidence, kind and words. */
export function FilterBar({ filter, onChange, searching, shown, all, search, onLeave }: Props) {
  const t = useTranslations('FilterBar');
  const status = useTranslations('Status');
  const checks = useTranslations('Checks');
  // On a narrow screen only the search is always there.
  const [unfolded, setUnfolded] = useState(false);
  const [text, setText] = useState(filter.text);
  useEffect(() => setText(filter.text), [filter.text]);
  useEffect(() => {
    if (text === filter.text) return;
    const timer = setTimeout(() => onChange({ ...filter, text }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, filter, onChange]);
  const toggle = (name: BeadStatus) =>
    onChange({
      ...filter,
      statuses: filter.statuses.includes(name)
        ? filter.statuses.filter((one) => one !== name)
        : [...filter.statuses, name],
    });
  const select =
    'min-h-8 max-w-36 truncate rounded-md border border-line-strong/60 bg-surface px-2 py-1 text-sm';
  return (
    <search aria-label={t('label')} className="flex flex-wrap items-center gap-x-2 gap-y-2 text-sm">
      <input
        ref={search}
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
          event.preventDefault();
          // Escape empties the field first; then, as Enter, it leads back to the beads.
          if (event.key === 'Escape' && text) setText('');
          else onLeave();
        }}
        placeholder={t('search')}
        aria-label={t('search')}
        className="min-h-8 w-44 rounded-md max-sm:w-28 border border-line-strong/60 bg-surface px-2.5 py-1"
      />
      {(text || filter.regex || filter.exact) && (
        <span className="flex gap-1">
          {(['regex', 'exact'] as const).map((option) => (
            <button
              key={option}
              type="button"
              aria-pressed={filter[option]}
              title={t(option)}
              aria-label={t(option)}
              onClick={() => onChange({ ...filter, [option]: !filter[option] })}
              className={classes(
                'min-h-8 min-w-8 rounded-md border px-1.5 font-mono',
                filter[option] ? 'border-accent bg-accent-soft' : 'border-line bg-surface hover:bg-hover',
              )}
            >
              {option === 'regex' ? '.*' : 'ă'}
            </button>
          ))}
        </span>
      )}
      <Button
        small
        className="lg:hidden"
        aria-expanded={unfolded}
        aria-controls="more-filters"
        onClick={() => setUnfolded(!unfolded)}
      >
        {t('more')}
      </Button>
      <div
        id="more-filters"
        className={classes('flex flex-wrap items-center gap-x-2 gap-y-2', !unfolded && 'max-lg:hidden')}
      >
        <fieldset className="flex flex-wrap gap-1">
          <legend className="sr-only">{t('statuses')}</legend>
          {BEAD_STATUSES.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={filter.statuses.includes(name)}
              aria-label={status(name)}
              title={status(name)}
              onClick={() => toggle(name)}
              className={classes(
                'grid size-8 place-items-center rounded-full border',
                filter.statuses.includes(name)
                  ? 'border-accent bg-accent-soft'
                  : 'border-line bg-surface hover:bg-hover',
              )}
            >
              <StatusMark status={name} className="size-4" />
            </button>
          ))}
        </fieldset>
        <select
          className={select}
          aria-label={t('only')}
          value={filter.only}
          onChange={(event) => onChange({ ...filter, only: event.target.value as Filter['only'] })}
        >
          {ONLY_CHOICES.map((choice) => (
            <option key={choice} value={choice}>
              {t(`onlyChoices.${choice}`)}
            </option>
          ))}
        </select>
        <select
          className={select}
          aria-label={t('check')}
          value={filter.check ?? ''}
          onChange={(event) => onChange({ ...filter, check: event.target.value || null })}
        >
          <option value="">{t('noCheck')}</option>
          <option value={ANY_CHECK}>{t('anyFinding')}</option>
          {CHECK_IDS.map((id) => (
            <option key={id} value={id}>
              {checks(`${id}.name`)}
            </option>
          ))}
        </select>
        <select
          className={select}
          aria-label={t('confidence')}
          value={filter.below ?? ''}
          onChange={(event) =>
            onChange({ ...filter, below: event.target.value ? Number(event.target.value) : null })
          }
        >
          <option value="">{t('anyConfidence')}</option>
          {THRESHOLDS.map((value) => (
            <option key={value} value={value}>
              {t('below', { share: value })}
            </option>
          ))}
        </select>
      </div>
      {isFiltering(filter) && (
        <>
          <span role="status" className="text-ink-soft tabular-nums">
            {searching ? t('searching') : t('shown', { shown, all })}
          </span>
          <Button
            look="quiet"
            small
            aria-label={t('clear')}
            title={t('clear')}
            onClick={() => {
              onChange(NO_FILTER);
              search.current?.focus();
            }}
          >
            <span aria-hidden="true">✕</span>
          </Button>
        </>
      )}
    </search>
  );
}
