CREATE TABLE "bead" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bitext_id" uuid NOT NULL,
	"source_text_id" uuid NOT NULL,
	"target_text_id" uuid NOT NULL,
	"source_start" integer NOT NULL,
	"source_end" integer NOT NULL,
	"target_start" integer NOT NULL,
	"target_end" integer NOT NULL,
	"is_last" boolean NOT NULL,
	"meets_next" integer GENERATED ALWAYS AS (case when not is_last then source_end end) STORED,
	"meets_end" integer GENERATED ALWAYS AS (case when is_last then source_end end) STORED,
	"status" text NOT NULL,
	"origin" text NOT NULL,
	"confidence" double precision,
	"reason" text,
	"authors" uuid[] DEFAULT '{}' NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "bead_start_unique" UNIQUE("bitext_id","source_start","target_start"),
	CONSTRAINT "bead_end_unique" UNIQUE("bitext_id","source_end","target_end"),
	CONSTRAINT "bead_spans_valid" CHECK (0 <= "bead"."source_start" and "bead"."source_start" <= "bead"."source_end" and 0 <= "bead"."target_start" and "bead"."target_start" <= "bead"."target_end"),
	CONSTRAINT "bead_not_empty" CHECK ("bead"."source_start" < "bead"."source_end" or "bead"."target_start" < "bead"."target_end"),
	CONSTRAINT "bead_status_valid" CHECK ("bead"."status" in ('machine', 'proposed', 'confirmed', 'self-reviewed', 'approved')),
	CONSTRAINT "bead_origin_valid" CHECK ("bead"."origin" in ('machine', 'person', 'import')),
	CONSTRAINT "bead_confidence_valid" CHECK ("bead"."confidence" between 0 and 1),
	CONSTRAINT "bead_reason_valid" CHECK ("bead"."reason" in ('omitted', 'added', 'boilerplate', 'moved', 'segmentation')),
	CONSTRAINT "bead_reason_on_nulls" CHECK ("bead"."reason" is null or "bead"."source_start" = "bead"."source_end" or "bead"."target_start" = "bead"."target_end"),
	CONSTRAINT "bead_reason_before_confirmed" CHECK ("bead"."status" in ('machine', 'proposed') or "bead"."reason" is not null or ("bead"."source_start" < "bead"."source_end" and "bead"."target_start" < "bead"."target_end"))
);
--> statement-breakpoint
CREATE TABLE "bitext" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"source_text_id" uuid NOT NULL,
	"target_text_id" uuid NOT NULL,
	"source_end" integer NOT NULL,
	"target_end" integer NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"origin" integer,
	CONSTRAINT "bitext_texts_unique" UNIQUE("source_text_id","target_text_id"),
	CONSTRAINT "bitext_end_unique" UNIQUE("id","source_end","target_end"),
	CONSTRAINT "bitext_sides_unique" UNIQUE("id","source_text_id","target_text_id"),
	CONSTRAINT "bitext_two_texts" CHECK ("bitext"."source_text_id" <> "bitext"."target_text_id"),
	CONSTRAINT "bitext_origin_zero" CHECK ("bitext"."origin" is null or "bitext"."origin" = 0),
	CONSTRAINT "bitext_revision_valid" CHECK ("bitext"."revision" >= 0)
);
--> statement-breakpoint
CREATE TABLE "comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bitext_id" uuid NOT NULL,
	"bead_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"resolved_by" uuid,
	CONSTRAINT "comment_kind_valid" CHECK ("comment"."kind" in ('comment', 'dispute', 'return')),
	CONSTRAINT "comment_body_present" CHECK (length(trim("comment"."body")) > 0)
);
--> statement-breakpoint
CREATE TABLE "border" (
	"text_id" uuid NOT NULL,
	"at" integer NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "border_text_id_at_pk" PRIMARY KEY("text_id","at"),
	CONSTRAINT "border_at_valid" CHECK ("border"."at" >= 0),
	CONSTRAINT "border_kind_valid" CHECK ("border"."kind" in ('paragraph', 'sentence', 'editor'))
);
--> statement-breakpoint
CREATE TABLE "correction" (
	"text_id" uuid NOT NULL,
	"start" integer NOT NULL,
	"stop" integer NOT NULL,
	"old" text NOT NULL,
	"reading" text NOT NULL,
	CONSTRAINT "correction_text_id_start_pk" PRIMARY KEY("text_id","start"),
	CONSTRAINT "correction_span_valid" CHECK ("correction"."start" >= 0 and "correction"."stop" >= "correction"."start"),
	CONSTRAINT "correction_changes" CHECK ("correction"."old" <> "correction"."reading")
);
--> statement-breakpoint
CREATE TABLE "document" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"title" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_title_unique" UNIQUE("project_id","title"),
	CONSTRAINT "document_title_present" CHECK (length(trim("document"."title")) between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "paragraph" (
	"text_id" uuid NOT NULL,
	"start" integer NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "paragraph_text_id_start_pk" PRIMARY KEY("text_id","start"),
	CONSTRAINT "paragraph_start_valid" CHECK ("paragraph"."start" >= 0),
	CONSTRAINT "paragraph_content_present" CHECK ("paragraph"."content" <> '')
);
--> statement-breakpoint
CREATE TABLE "text" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"lang" text NOT NULL,
	"is_reference" boolean NOT NULL,
	"file_name" text,
	"format" text NOT NULL,
	"encoding" text NOT NULL,
	"checksum" text NOT NULL,
	"length_utf16" integer NOT NULL,
	"warnings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"imported_by" uuid,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "text_lang_unique" UNIQUE("document_id","lang"),
	CONSTRAINT "text_length_positive" CHECK ("text"."length_utf16" > 0),
	CONSTRAINT "text_checksum_form" CHECK ("text"."checksum" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "event_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"document_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"takes_back" uuid,
	"commands" jsonb NOT NULL,
	"change" jsonb NOT NULL,
	CONSTRAINT "event_takes_back_unique" UNIQUE("takes_back"),
	CONSTRAINT "event_kind_valid" CHECK ("event"."kind" in ('edit', 'undo', 'redo', 'align', 'realign')),
	CONSTRAINT "event_takes_back_valid" CHECK (("event"."takes_back" is not null) = ("event"."kind" in ('undo', 'redo')))
);
--> statement-breakpoint
CREATE TABLE "event_bead" (
	"event_id" uuid NOT NULL,
	"bead_id" uuid NOT NULL,
	CONSTRAINT "event_bead_bead_id_event_id_pk" PRIMARY KEY("bead_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "job" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"bitext_id" uuid NOT NULL,
	"state" text NOT NULL,
	"progress" double precision DEFAULT 0 NOT NULL,
	"error" text,
	"attempt" integer DEFAULT 0 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"heartbeat_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "job_kind_valid" CHECK ("job"."kind" in ('align')),
	CONSTRAINT "job_state_valid" CHECK ("job"."state" in ('queued', 'running', 'done', 'failed', 'cancelled')),
	CONSTRAINT "job_progress_valid" CHECK ("job"."progress" between 0 and 1)
);
--> statement-breakpoint
ALTER TABLE "bead" ADD CONSTRAINT "bead_bitext_id_bitext_id_fk" FOREIGN KEY ("bitext_id") REFERENCES "public"."bitext"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bead" ADD CONSTRAINT "bead_sides_fk" FOREIGN KEY ("bitext_id","source_text_id","target_text_id") REFERENCES "public"."bitext"("id","source_text_id","target_text_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bitext" ADD CONSTRAINT "bitext_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bitext" ADD CONSTRAINT "bitext_source_text_id_text_id_fk" FOREIGN KEY ("source_text_id") REFERENCES "public"."text"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bitext" ADD CONSTRAINT "bitext_target_text_id_text_id_fk" FOREIGN KEY ("target_text_id") REFERENCES "public"."text"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_bitext_id_bitext_id_fk" FOREIGN KEY ("bitext_id") REFERENCES "public"."bitext"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_account_holder_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."account_holder"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_resolved_by_account_holder_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."account_holder"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "border" ADD CONSTRAINT "border_text_id_text_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."text"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_text_id_text_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."text"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_created_by_account_holder_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account_holder"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paragraph" ADD CONSTRAINT "paragraph_text_id_text_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."text"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text" ADD CONSTRAINT "text_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text" ADD CONSTRAINT "text_imported_by_account_holder_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."account_holder"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_actor_id_account_holder_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."account_holder"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_bead" ADD CONSTRAINT "event_bead_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job" ADD CONSTRAINT "job_bitext_id_bitext_id_fk" FOREIGN KEY ("bitext_id") REFERENCES "public"."bitext"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job" ADD CONSTRAINT "job_created_by_account_holder_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account_holder"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bead_last_unique" ON "bead" USING btree ("bitext_id") WHERE "bead"."is_last";--> statement-breakpoint
CREATE INDEX "bead_status_index" ON "bead" USING btree ("bitext_id","status");--> statement-breakpoint
CREATE INDEX "bitext_document_index" ON "bitext" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "comment_bead_index" ON "comment" USING btree ("bead_id");--> statement-breakpoint
CREATE INDEX "comment_bitext_index" ON "comment" USING btree ("bitext_id");--> statement-breakpoint
CREATE UNIQUE INDEX "text_reference_unique" ON "text" USING btree ("document_id") WHERE "text"."is_reference";--> statement-breakpoint
CREATE INDEX "event_stack_index" ON "event" USING btree ("document_id","actor_id","seq");--> statement-breakpoint
CREATE INDEX "event_bead_event_index" ON "event_bead" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "job_active_unique" ON "job" USING btree ("bitext_id") WHERE "job"."state" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "job_queue_index" ON "job" USING btree ("state","created_at");