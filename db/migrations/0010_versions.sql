ALTER TABLE "text" DROP CONSTRAINT "text_lang_unique";--> statement-breakpoint
ALTER TABLE "bead" DROP CONSTRAINT "bead_status_valid";--> statement-breakpoint
ALTER TABLE "bead" DROP CONSTRAINT "bead_reason_before_confirmed";--> statement-breakpoint
ALTER TABLE "event" DROP CONSTRAINT "event_kind_valid";--> statement-breakpoint
ALTER TABLE "bead" DROP CONSTRAINT "bead_sides_fk";
--> statement-breakpoint
DROP INDEX "text_reference_unique";--> statement-breakpoint
ALTER TABLE "text" ADD COLUMN "is_current" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "bead" ADD CONSTRAINT "bead_sides_fk" FOREIGN KEY ("bitext_id","source_text_id","target_text_id") REFERENCES "public"."bitext"("id","source_text_id","target_text_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE UNIQUE INDEX "text_lang_unique" ON "text" USING btree ("document_id","lang") WHERE "text"."is_current";--> statement-breakpoint
CREATE UNIQUE INDEX "text_reference_unique" ON "text" USING btree ("document_id") WHERE "text"."is_reference" and "text"."is_current";--> statement-breakpoint
ALTER TABLE "bead" ADD CONSTRAINT "bead_status_valid" CHECK ("bead"."status" in ('machine', 'stale', 'proposed', 'confirmed', 'self-reviewed', 'approved'));--> statement-breakpoint
ALTER TABLE "bead" ADD CONSTRAINT "bead_reason_before_confirmed" CHECK ("bead"."status" in ('machine', 'stale', 'proposed') or "bead"."reason" is not null or ("bead"."source_start" < "bead"."source_end" and "bead"."target_start" < "bead"."target_end"));--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_kind_valid" CHECK ("event"."kind" in ('edit', 'undo', 'redo', 'revert', 'align', 'realign', 'import', 'attach', 'reimport'));