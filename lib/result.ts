/**
 * What a use case answers: a value, or a code that the interface turns into a sentence in the
 * reader's language. Exceptions are for bugs and lost connections only.
 */
export type Result<T, C extends string = ErrorCode> =
  | { ok: true; value: T }
  | { ok: false; error: Failure<C> };

/** `params` fill the ICU arguments of the message `Errors.<code>`. */
export type Failure<C extends string = ErrorCode> = { code: C; params?: Record<string, string | number> };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const err = <C extends ErrorCode>(
  code: C,
  params?: Record<string, string | number>,
): { ok: false; error: Failure<C> } => ({ ok: false, error: params ? { code, params } : { code } });

/** Makes a `switch` over a union a compile error when a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}

/** Every failure a user can meet, as `area.reason`. Each has `Errors.<area>.<reason>` in every locale. */
export const ERROR_CODES = [
  // the door
  'request.invalid',
  'request.foreignOrigin',
  'request.tooLarge',
  'request.noRoute',
  'request.wrongMethod',
  'request.unexpected',
  'request.busy',
  'request.offline',
  'auth.signedOut',
  'auth.wrongPassword',
  'auth.wrongCurrentPassword',
  'auth.tooManyTries',
  'auth.emailTaken',
  'auth.weakPassword',
  'auth.linkInvalid',
  'setup.closed',
  'setup.badToken',
  'token.missing',
  'token.invalid',
  'token.scopeMissing',
  'token.notFound',
  'token.tooMany',
  'invitation.invalid',
  'invitation.expired',
  'invitation.otherAccount',
  // things and rights
  'project.notFound',
  'project.forbidden',
  'project.nameTaken',
  'project.lastManager',
  'project.languageInUse',
  'project.wrongName',
  'document.notFound',
  'document.forbidden',
  'document.titleTaken',
  'document.titleDiffers',
  'text.exists',
  'text.languageUnknown',
  'text.missing',
  'text.unchanged',
  'bitext.notFound',
  'bitext.notAligned',
  'job.notFound',
  'job.running',
  'job.failed',
  'member.notFound',
  // import: `place` says where
  'import.empty',
  'import.binary',
  'import.tooLarge',
  'import.unpacksTooLarge',
  'import.brokenBundle',
  'import.brokenFile',
  'import.encrypted',
  'import.noTextLayer',
  'import.noCues',
  'import.tooFewDocuments',
  'import.tooManyPages',
  'import.pdfUnreadable',
  'import.wrongEncoding',
  'import.unknownEncoding',
  'import.unknownFormat',
  'import.paragraphTooLong',
  'import.lineTooLong',
  'import.tooManyParagraphs',
  'import.brokenXml',
  'import.brokenLine',
  'import.brokenArchive',
  'import.oneLanguage',
  'import.tooManyLanguages',
  'import.tooManyUnits',
  'import.tooManyFiles',
  'import.linesDiffer',
  'import.ladderDiffers',
  'import.textsMissing',
  'import.severalAlignments',
  'import.unknownId',
  'import.ambiguousId',
  'import.notAligned',
  'import.noReference',
  'import.languageTwice',
  'import.aloneLanguage',
  'import.tooComplex',
  'import.cancelled',
  'attach.whichFirst',
  'attach.countsDiffer',
  'attach.textDiffers',
  // editing and review
  'bead.notFound',
  'bead.noNeighbour',
  'bead.nothingToMove',
  'bead.wouldBeEmpty',
  'bead.badCut',
  'bead.needsReason',
  'bead.notConfirmed',
  'bead.disputed',
  'bead.ownWork',
  'bead.needsComment',
  'bead.stale',
  'bead.changedByOther',
  'bead.notReviewable',
  'bead.forbidden',
  'bead.locked',
  'bead.badRun',
  'align.runTooLong',
  'align.nothingFree',
  'align.pinOutside',
  'segment.badCut',
  'segment.cutInUse',
  'segment.noCut',
  'segment.emptyCorrection',
  'segment.correctionCut',
  'comment.notFound',
  'comment.empty',
  'history.nothing',
  'history.nothingToRedo',
  'history.nothingToRevert',
  'history.changedSince',
  // search
  'find.badPattern',
  'find.tooSlow',
  // export and command line
  'export.unknownFormat',
  'export.pairOnly',
  'cli.usage',
  'cli.noFile',
  'cli.cannotWrite',
  'cli.badTasks',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];
