import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { choicesOf, type ExportChoices, exportQuery, type LangChoice } from './exportChoices';

/**
 * What is to be exported. It stands in the page's address in the words of the route, so that the same export can be
 * asked for again, or by somebody else.
 *
 * @param documents to choose from; null where there is one.
 * @returns `query` is null while nothing is chosen that could be exported.
 */
export function useExportChoices(langs: readonly LangChoice[], documents: readonly { id: string }[] | null) {
  const params = useSearchParams();
  const [choices, setChoices] = useState(() => choicesOf(params, langs));
  const [ids, setIds] = useState<ReadonlySet<string>>(() => {
    const asked = params.get('documentIds')?.split(',');
    const known = documents?.flatMap(({ id }) => (!asked || asked.includes(id) ? id : [])) ?? [];
    return new Set(known.length ? known : documents?.map(({ id }) => id));
  });

  const queryOf = (now: ExportChoices, chosen: ReadonlySet<string>): string | null => {
    if (!now.statuses.length || (documents && chosen.size === 0)) return null;
    const isAll = !documents || chosen.size === documents.length;
    const lang = langs.find(({ value }) => value === now.langs) ?? langs[0];
    return exportQuery(now, lang, isAll ? null : documents.flatMap(({ id }) => (chosen.has(id) ? id : [])));
  };
  const remember = (now: ExportChoices, chosen: ReadonlySet<string>) => {
    setChoices(now);
    setIds(chosen);
    const query = queryOf(now, chosen);
    if (query) window.history.replaceState(window.history.state, '', `?${query}`);
  };
  return {
    choices,
    ids,
    query: queryOf(choices, ids),
    change: (some: Partial<ExportChoices>) => remember({ ...choices, ...some }, ids),
    chooseDocuments: (chosen: ReadonlySet<string>) => remember(choices, chosen),
  };
}
