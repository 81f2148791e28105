-- Trigrams make substrings and regular expressions fast. Part of every PostgreSQL ("contrib") and trusted: the owner of
-- the database may create it. Where that is not allowed, let an administrator run this line once beforehand.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
-- Text without case and diacritics, as lib/text/foldForSearch.ts folds it too: base letters, no marks, no invisible
-- characters, typographic quotes, dashes and blanks as the keyboard has them.
CREATE FUNCTION fold_text(content text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(translate(
    regexp_replace(normalize(content, NFD), '[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]', '', 'g'),
    U&'\0110\0111\00D0\00F0\0141\0142\00D8\00F8\0131\2018\2019\201A\2032\02BC\201C\201D\201E\00AB\00BB\2010\2011\2012\2013\2014\2212\00A0\202F\2009',
    'DdDdLlOoi''''''''''"""""------   '
  ));
