import 'server-only';
import { z } from 'zod';
import { isLangScoped, ROLES } from '@/lib/bitext/can';

/** A name that people read: of a person, a project. Line breaks and the like would break lists and logs. */
export const Name = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(
    z
      .string()
      .min(1)
      .max(200)
      .regex(/^\P{Cc}+$/u),
  );

export const Email = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email().max(254));

/** As typed. Whether it is strong enough is the use case's own answer, with a code of its own. */
export const Password = z.string().min(1).max(1000);

/** The secret in an invitation or set-up link. */
export const Token = z.string().min(16).max(100);

export const ProjectId = z.uuid().describe('Id of a project');
export const DocumentId = z.uuid().describe('Id of a document');
export const BitextId = z.uuid().describe('Id of a bitext: the reference with one translation');
export const JobId = z.uuid().describe('Id of a job, as its start answered');
export const UserId = z.uuid();

/** A language tag (BCP 47) in its canonical spelling. */
export const LangTag = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i)
  .refine((tag) => isLangTag(tag))
  .transform((tag) => Intl.getCanonicalLocales(tag)[0]!);

const TargetLangs = z
  .array(LangTag)
  .min(1)
  .max(20)
  .transform((tags) => [...new Set(tags)]);

/** What is set on a project, when it is made and later. */
export const ProjectFields = z
  .object({
    name: Name.describe('What the project is called; no two have the same name'),
    referenceLang: LangTag.default('en').describe('Language of the reference texts'),
    targetLangs: TargetLangs.describe('Languages of the translations'),
    selfReview: z.boolean().default(false).describe('Whether authors may review their own work'),
  })
  .superRefine(({ referenceLang, targetLangs }, context) => {
    const refuse = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (!isRegistered(referenceLang)) refuse(['referenceLang'], `“${referenceLang}” is no language`);
    for (const lang of targetLangs) {
      if (lang === referenceLang)
        refuse(['targetLangs'], `“${lang}” is the reference language, and cannot be a translation too`);
      else if (!isRegistered(lang)) refuse(['targetLangs'], `“${lang}” is no language`);
    }
  });

/** A role with the languages it is for; those of viewers and managers are always all. */
export const RoleFields = z
  .object({ role: z.enum(ROLES), langs: TargetLangs.nullable().default(null) })
  .transform(({ role, langs }) => ({ role, langs: isLangScoped(role) ? langs : null }));

const NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Codes of two letters (ISO 639-1) are all known; of those of three, Unicode names some only. */
const isRegistered = (tag: string): boolean => {
  const [language] = tag.split('-');
  return language!.length > 2 || NAMES.of(language!) !== undefined;
};

function isLangTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false; // RangeError: not well-formed.
  }
}
