'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_ui/Button';
import { useErrorText } from '@/app/_ui/useErrorText';
import { useFormatName } from '@/app/_ui/useFormatName';
import type { CorpusEntry, CorpusPreview } from '@/lib/formats/aligned/describeCorpus';

type Props = {
  document: CorpusEntry;
  languages: CorpusPreview['languages'];
  isWanted: boolean;
  isShown: boolean;
  isBusy: boolean;
  onWant: (numbers: readonly number[], isWanted: boolean) => void;
  onShow: (number: number) => void;
};

/** A document in the files: what it is, how much, and whether somebody should look at it. */
export function CorpusRow({ document, languages, isWanted, isShown, isBusy, onWant, onShow }: Props) {
  const { number, title, format, units, suspicions, warnings, problem } = document;
  const t = useTranslations('CorpusForm');
  const errorText = useErrorText();
  const formatName = useFormatName();
  const notes = [
    suspicions.length > 0 && t('suspicious', { count: suspicions.length }),
    warnings.length > 0 && t('warned', { count: warnings.length }),
  ].filter((note): note is string => note !== false);
  return (
    <tr className={`border-line border-t align-top ${isShown ? 'bg-accent-soft' : ''}`}>
      <th scope="row" className="px-3 py-2 text-left font-normal">
        <label className="flex items-start gap-2.5">
          <input
            type="checkbox"
            className="mt-0.5 size-4.5 shrink-0 accent-accent"
            aria-label={t('choose', { title })}
            checked={isWanted}
            disabled={isBusy || problem !== null}
            onChange={(event) => onWant([number], event.target.checked)}
          />
          <span className="min-w-0 break-words">
            {title}
            <span className="block text-ink-soft">{formatName(format)}</span>
          </span>
        </label>
      </th>
      <td className="px-3 py-2 text-right tabular-nums">{units}</td>
      <td className="px-3 py-2">
        <ul>
          {document.languages.map(({ at, segments }) => {
            const { label, lang } = languages[at];
            return (
              <li key={at} className={lang ? '' : 'text-ink-soft'}>
                {t('segments', { lang: lang ?? t('leftOutLang', { label }), segments })}
              </li>
            );
          })}
        </ul>
      </td>
      <td className="px-3 py-2">
        {problem ? (
          <span className="text-bad">{errorText(problem)}</span>
        ) : notes.length ? (
          <ul className={suspicions.length ? 'text-warn' : ''}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        ) : (
          <span className="text-ink-soft">{t('noNotes')}</span>
        )}
      </td>
      <td className="px-3 py-2 text-right">
        <Button
          small
          look="quiet"
          disabled={isBusy}
          aria-label={t('look', { title })}
          onClick={() => onShow(number)}
        >
          {t('lookShort')}
        </Button>
      </td>
    </tr>
  );
}
