import { ok, type Result } from '@/lib/result';
import type { Archive } from '../archive/Archive';
import { unpackPart } from '../archive/streamPart';
import { decodeText } from '../decodeText';
import { declaredEncoding } from '../html/declaredEncoding';
import { MAX_WHOLE_BYTES } from '../TextDraft';

/** A part of an EPUB as text, in the encoding it declares; null when it is not there. */
export function readTextPart(archive: Archive, path: string): Result<string | null> {
  const bytes = unpackPart(archive, path, MAX_WHOLE_BYTES);
  if (!bytes.ok) return bytes;
  if (bytes.value === null) return ok(null);
  const decoded = decodeText(bytes.value, { declared: declaredEncoding(bytes.value) });
  return decoded.ok ? ok([...decoded.value.slices()].join('')) : decoded;
}

/** Where a link leads: a part of the archive, and a place in it. Links to other hosts lead nowhere here. */
export type Link = { path: string; fragment: string | null };

/** @param from the part that the link stands in; links are relative to its folder (EPUB 3.3, section 4.1.5) */
export function resolveLink(href: string, from: string): Link {
  const hash = href.indexOf('#');
  const target = decode(hash < 0 ? href : href.slice(0, hash));
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return {
    path: target === '' ? from : steps.join('/'),
    fragment: hash < 0 ? null : decode(href.slice(hash + 1)) || null,
  };
}

/** Percent signs that are no escapes stand for themselves. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // Not percent-encoded UTF-8: the name as it is written is the only one there is.
  }
}
