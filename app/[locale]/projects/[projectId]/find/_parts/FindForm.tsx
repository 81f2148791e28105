'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Checkbox, SelectField, TextField } from '@/app/_ui/Field';
import type { FindSearch } from './search';

type Props = {
  search: FindSearch;
  langs: readonly { lang: string; name: string }[];
  busy: boolean;
  onSearch: (search: FindSearch) => void;
};

/** What to look for and how. A plain form: without scripts it leads to the same address. */
export function FindForm({ search, langs, busy, onSearch }: Props) {
  const t = useTranslations('FindForm');
  const [wanted, setWanted] = useState(search);
  const set = (part: Partial<FindSearch>) => setWanted((now) => ({ ...now, ...part }));
  const caseIsFree = wanted.mode !== 'regex' || wanted.exactDiacritics;
  return (
    <search>
      <form
        className="grid gap-4 rounded-xl border border-line bg-surface p-4 sm:p-5"
        onSubmit={(event) => {
          event.preventDefault();
          const q = wanted.q.trim();
          if (q) onSearch({ ...wanted, q, exactCase: wanted.exactCase && caseIsFree });
        }}
      >
        <div className="grid items-end gap-3 sm:grid-cols-[1fr_auto]">
          <TextField
            type="search"
            name="q"
            label={t('query')}
            value={wanted.q}
            onChange={(event) => set({ q: event.target.value })}
            autoFocus
            required
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
          />
          <Button type="submit" look="primary" busy={busy}>
            {t('search')}
          </Button>
        </div>
        <div className="grid items-start gap-3 sm:grid-cols-[minmax(10rem,14rem)_minmax(10rem,14rem)_1fr]">
          <SelectField
            name="lang"
            label={t('lang')}
            value={wanted.lang}
            onChange={(event) => set({ lang: event.target.value })}
          >
            <option value="">{t('allLangs')}</option>
            {langs.map(({ lang, name }) => (
              <option key={lang} value={lang}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField
            name="mode"
            label={t('mode')}
            value={wanted.mode}
            onChange={(event) => set({ mode: event.target.value as FindSearch['mode'] })}
          >
            <option value="plain">{t('plain')}</option>
            <option value="words">{t('words')}</option>
            <option value="regex">{t('regex')}</option>
          </SelectField>
          <div className="grid gap-1.5 sm:pt-6">
            <Checkbox
              name="diacritics"
              value="exact"
              label={t('exactDiacritics')}
              hint={wanted.mode === 'regex' ? undefined : t('diacriticsHint')}
              checked={wanted.exactDiacritics}
              onChange={(event) => set({ exactDiacritics: event.target.checked })}
            />
            <Checkbox
              name="case"
              value="exact"
              label={t('exactCase')}
              hint={caseIsFree ? undefined : t('caseNeedsDiacritics')}
              checked={wanted.exactCase && caseIsFree}
              disabled={!caseIsFree}
              onChange={(event) => set({ exactCase: event.target.checked })}
            />
          </div>
        </div>
      </form>
    </search>
  );
}
