-- The beads of a bitext are a chain from 0, 0 to the ends of both texts. Drizzle can't say "deferrable",
-- and inside a transaction the chain is broken while beads are replaced: these are checked at commit.

-- Every bead but the last meets the start of another one. With unique starts and ends, and both
-- coordinates growing along the chain, that makes one path without holes, overlaps or crossings.
ALTER TABLE "bead" ADD CONSTRAINT "bead_meets_next_fk"
  FOREIGN KEY ("bitext_id", "meets_next", "target_end")
  REFERENCES "bead" ("bitext_id", "source_start", "target_start")
  DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
-- The last bead ends where both texts end.
ALTER TABLE "bead" ADD CONSTRAINT "bead_meets_end_fk"
  FOREIGN KEY ("bitext_id", "meets_end", "target_end")
  REFERENCES "bitext" ("id", "source_end", "target_end")
  DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
-- An aligned bitext has a first bead, and it starts at 0, 0.
ALTER TABLE "bitext" ADD CONSTRAINT "bitext_first_bead_fk"
  FOREIGN KEY ("id", "origin", "origin")
  REFERENCES "bead" ("bitext_id", "source_start", "target_start")
  DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
-- A bead never ends inside a segment. (Its end is the next one's start, or the end of the text.)
ALTER TABLE "bead" ADD CONSTRAINT "bead_source_border_fk"
  FOREIGN KEY ("source_text_id", "source_start") REFERENCES "border" ("text_id", "at")
  DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE "bead" ADD CONSTRAINT "bead_target_border_fk"
  FOREIGN KEY ("target_text_id", "target_start") REFERENCES "border" ("text_id", "at")
  DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
-- Removing a border, or the one a bead starts on, has to find that bead.
CREATE INDEX "bead_source_border_index" ON "bead" ("source_text_id", "source_start");
--> statement-breakpoint
CREATE INDEX "bead_target_border_index" ON "bead" ("target_text_id", "target_start");
