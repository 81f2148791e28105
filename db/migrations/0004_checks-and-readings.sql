CREATE TABLE "ignored_check" (
	"bitext_id" uuid NOT NULL,
	"bead_id" uuid NOT NULL,
	"check" text NOT NULL,
	"fingerprint" text NOT NULL,
	"reason" text NOT NULL,
	"ignored_by" uuid NOT NULL,
	"ignored_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ignored_check_bead_id_check_pk" PRIMARY KEY("bead_id","check"),
	CONSTRAINT "ignored_check_reason_valid" CHECK (length(trim("ignored_check"."reason")) between 1 and 1000),
	CONSTRAINT "ignored_check_fingerprint_form" CHECK ("ignored_check"."fingerprint" ~ '^[0-9a-f]{16}$'),
	CONSTRAINT "ignored_check_name_form" CHECK ("ignored_check"."check" ~ '^[a-zA-Z]{1,40}$')
);
--> statement-breakpoint
CREATE TABLE "reading" (
	"text_id" uuid NOT NULL,
	"start" integer NOT NULL,
	"content" text NOT NULL,
	"folded" text GENERATED ALWAYS AS (fold_text(content)) STORED NOT NULL,
	CONSTRAINT "reading_text_id_start_pk" PRIMARY KEY("text_id","start")
);
--> statement-breakpoint
ALTER TABLE "paragraph" ADD COLUMN "folded" text GENERATED ALWAYS AS (fold_text(content)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "ignored_check" ADD CONSTRAINT "ignored_check_bitext_id_bitext_id_fk" FOREIGN KEY ("bitext_id") REFERENCES "public"."bitext"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ignored_check" ADD CONSTRAINT "ignored_check_ignored_by_account_holder_id_fk" FOREIGN KEY ("ignored_by") REFERENCES "public"."account_holder"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading" ADD CONSTRAINT "reading_paragraph_fk" FOREIGN KEY ("text_id","start") REFERENCES "public"."paragraph"("text_id","start") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ignored_check_bitext_index" ON "ignored_check" USING btree ("bitext_id");--> statement-breakpoint
CREATE INDEX "reading_folded_index" ON "reading" USING gin ("folded" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "paragraph_folded_index" ON "paragraph" USING gin ("folded" gin_trgm_ops);--> statement-breakpoint
-- Readings of what was corrected before there was this table. Offsets are UTF-16 units: paragraphs with characters
-- outside the basic plane get their reading with the next correction.
INSERT INTO "reading" ("text_id", "start", "content")
SELECT "text_id", "start",
  string_agg(substr("content", "prior" - "start" + 1, "at" - "prior") || "new", '' ORDER BY "at")
    || substr(min("content"), max("stop") - "start" + 1)
FROM (
  SELECT p."text_id", p."start", p."content", c."start" AS "at", c."stop", c."reading" AS "new",
    lag(c."stop", 1, p."start") OVER (PARTITION BY p."text_id", p."start" ORDER BY c."start") AS "prior"
  FROM "correction" c
  CROSS JOIN LATERAL (
    SELECT * FROM "paragraph" p
    WHERE p."text_id" = c."text_id" AND p."start" <= c."start" ORDER BY p."start" DESC LIMIT 1
  ) p
  WHERE p."content" !~ '[\U00010000-\U0010ffff]'
) corrected
GROUP BY "text_id", "start";
