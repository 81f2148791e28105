CREATE TABLE "learnt_lexicon" (
	"project_id" uuid NOT NULL,
	"source_lang" text NOT NULL,
	"target_lang" text NOT NULL,
	"beads" integer NOT NULL,
	"stamp" text NOT NULL,
	"pairs" jsonb NOT NULL,
	CONSTRAINT "learnt_lexicon_project_id_source_lang_target_lang_pk" PRIMARY KEY("project_id","source_lang","target_lang"),
	CONSTRAINT "learnt_lexicon_two_langs" CHECK ("learnt_lexicon"."source_lang" <> "learnt_lexicon"."target_lang"),
	CONSTRAINT "learnt_lexicon_beads_valid" CHECK ("learnt_lexicon"."beads" >= 0),
	CONSTRAINT "learnt_lexicon_pairs_bounded" CHECK (jsonb_typeof("learnt_lexicon"."pairs") = 'array' and jsonb_array_length("learnt_lexicon"."pairs") <= 20000)
);
--> statement-breakpoint
ALTER TABLE "learnt_lexicon" ADD CONSTRAINT "learnt_lexicon_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;