'use client';

import { useTranslations } from 'next-intl';
import { type DragEvent, useRef, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { classes } from '@/app/_ui/classes';
import { TextArea } from '@/app/_ui/Field';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import { useRouter } from '@/lib/i18n/navigation';
import type { ErrorCode, Failure, Result } from '@/lib/result';
import type { TextPreview } from '@/lib/server/imports/previewText';
import { type Choices, ImportPreview, type LangChoice } from './ImportPreview';
import { OtherReading } from './OtherReading';

type Props = {
  documentId: string;
  base: string;
  /** The language of the text that was asked for. */
  wanted: string | null;
  choices: readonly LangChoice[];
  langNames: Readonly<Record<string, string>>;
  limitMegabytes: number;
};

type Source = { file: File } | { pasted: string };

/** Failures that another encoding or another idea of paragraphs may mend. */
const HELPED_BY_CHOICES: ReadonlySet<ErrorCode> = new Set([
  'import.wrongEncoding',
  'import.paragraphTooLong',
]);

/** Choose or paste, look at the preview, accept. The file stays in the browser until it is accepted. */
export function ImportForm({ documentId, base, wanted, choices, langNames, limitMegabytes }: Props) {
  const t = useTranslations('ImportForm');
  const errorText = useErrorText();
  const router = useRouter();
  const [source, setSource] = useState<Source | null>(null);
  const [chosen, setChosen] = useState<Choices>({});
  const [preview, setPreview] = useState<TextPreview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState<'reading' | 'storing' | null>(null);
  const [over, setOver] = useState(false);
  const [pasted, setPasted] = useState('');
  const picker = useRef<HTMLInputElement>(null);

  const send = async <T,>(path: string, from: Source, options: Choices): Promise<Result<T>> => {
    const form = new FormData();
    if ('file' in from) form.set('file', from.file);
    else form.set('pasted', from.pasted);
    for (const [name, value] of Object.entries(options)) if (value) form.set(name, value);
    try {
      const response = await fetch(`/api/documents/${documentId}/${path}`, { method: 'POST', body: form });
      const body = (await response.json()) as { value: T } | { error: Failure };
      return 'error' in body ? { ok: false, error: body.error } : { ok: true, value: body.value };
    } catch {
      return { ok: false, error: { code: 'request.offline' } };
    }
  };

  const look = async (from: Source, options: Choices) => {
    if ('file' in from && from.file.size > limitMegabytes * 1024 * 1024)
      return setFailure({
        code: 'import.tooLarge',
        params: { sizeMb: Math.ceil(from.file.size / 1024 / 1024), limitMb: limitMegabytes },
      });
    setBusy('reading');
    setFailure(null);
    setSource(from);
    setChosen(options);
    const answer = await send<TextPreview>('texts/preview', from, options);
    setBusy(null);
    if (!answer.ok) return setFailure(answer.error);
    setPreview(answer.value);
    if (!options.lang && answer.value.lang && choices.some(({ lang }) => lang === answer.value.lang))
      setChosen({ ...options, lang: wanted && !answer.value.lang ? wanted : answer.value.lang });
    else if (!options.lang && wanted) setChosen({ ...options, lang: wanted });
  };

  const accept = async () => {
    if (!source || !chosen.lang) return;
    setBusy('storing');
    setFailure(null);
    const answer = await send<{ textId: string }>('texts', source, chosen);
    if (answer.ok) {
      router.push(`${base}/texts`);
      router.refresh();
    } else {
      setBusy(null);
      setFailure(answer.error);
    }
  };

  const readingFile = busy === 'reading' && source !== null && 'file' in source;
  const again = () => {
    setPreview(null);
    setSource(null);
    setFailure(null);
    setChosen({});
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) void look({ file }, {});
  };

  return (
    <div className="grid gap-6">
      {failure && <Notice tone="bad">{errorText(failure)}</Notice>}
      {preview ? (
        <ImportPreview
          preview={preview}
          chosen={chosen}
          choices={choices}
          langNames={langNames}
          busy={busy}
          onChoose={(next) => source && void look(source, next)}
          onAccept={() => void accept()}
          onAgain={again}
        />
      ) : (
        <>
          {failure && source && HELPED_BY_CHOICES.has(failure.code) && (
            <OtherReading chosen={chosen} onChoose={(next) => void look(source, next)} />
          )}
          <section
            aria-label={t('choose')}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={drop}
            className={classes(
              'grid justify-items-center gap-3 rounded-xl border-2 border-dashed px-6 py-12 text-center',
              over ? 'border-accent bg-accent-soft' : 'border-line-strong/60 bg-surface',
            )}
          >
            <p className="font-medium text-lg">{t('drop')}</p>
            <input
              ref={picker}
              type="file"
              accept=".txt,.md,.markdown,.docx,.html,.htm,.xhtml"
              className="sr-only"
              tabIndex={-1}
              aria-hidden="true"
              onChange={(event) => {
                const file = event.target.files?.[0];
                event.target.value = '';
                if (file) void look({ file }, {});
              }}
            />
            <Button look="primary" busy={readingFile} onClick={() => picker.current?.click()}>
              {t(readingFile ? 'reading' : 'choose')}
            </Button>
            <p className="text-ink-soft text-sm">{t('formats', { limit: limitMegabytes })}</p>
          </section>
          <form
            className="grid gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              void look({ pasted }, {});
            }}
          >
            <p className="text-center text-ink-soft text-sm">{t('orPaste')}</p>
            <TextArea
              label={t('paste')}
              rows={8}
              value={pasted}
              placeholder={t('pastePlaceholder')}
              onChange={(event) => setPasted(event.target.value)}
              className="reading"
            />
            <div>
              <Button
                type="submit"
                disabled={!pasted.trim()}
                busy={busy === 'reading' && source !== null && 'pasted' in source}
              >
                {t('preview')}
              </Button>
            </div>
          </form>
        </>
      )}
    </div>
  );
}
