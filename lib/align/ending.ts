/** Last mark of a sentence, and whether a quote closes it: 0 none, 1 stop, 2 question, 3 exclamation, 4 clause mark; +8 quote. */
export function ending(text: string): number {
  const tail = text.trimEnd();
  const quoted = /["'”’»“`]$/.test(tail) ? 8 : 0;
  const mark = /([.!?…:;,])["'”’»“`)\]]*$/.exec(tail)?.[1];
  if (!mark) return quoted;
  return quoted + (mark === '?' ? 2 : mark === '!' ? 3 : mark === '.' || mark === '…' ? 1 : 4);
}
