/**
 * The date that written files bear: that of `SOURCE_DATE_EPOCH`, in seconds since 1970, as reproducible builds name it
 * (reproducible-builds.org/specs/source-date-epoch); else none, so that the same input gives the same bytes.
 *
 * @returns null when the variable holds anything else.
 */
export function sourceDate(): { createdAt?: Date } | null {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (!epoch) return {};
  // Until the year 9999, the last that these formats can write.
  return /^\d{1,12}$/.test(epoch) && Number(epoch) < 253_402_300_800
    ? { createdAt: new Date(Number(epoch) * 1000) }
    : null;
}
