import { isKnownLanguage } from './AlignedDraft';

const ENDINGS =
  /\.(?:gz|zip|xml|txt|tmx|tsv|csv|json|jsonl|hf|xlsx|parquet|xlf|xliff|tei|opus|intertext|hunalign|moses|ladder|links|vecalign|bertalign|path|alignment|ces|xces)$/iu;

/**
 * What a document is called by the name of its file: `Chapter 1` of `Chapter 1 en-vi.opus.zip`, `book` of
 * `book.en-vi.tmx`. Empty where there are but languages.
 */
export function documentName(file: string): string {
  let name = file.split(/[/\\]/u).at(-1)!;
  while (ENDINGS.test(name)) name = name.replace(ENDINGS, '');
  const parts = /^(?:(.*?)[ ._])?((?:[a-z]{2,3}(?:_[A-Z]{2})?)(?:[-.][a-z]{2,3}(?:_[A-Z]{2})?)*)$/u.exec(
    name,
  );
  const tags = parts?.[2].split(/[-.]/u) ?? [];
  return parts && tags.every(isKnownLanguage) ? (parts[1] ?? '').trim() : name;
}
