CREATE TABLE "preference" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"keys" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "preference_keys_object" CHECK (jsonb_typeof("preference"."keys") = 'object')
);
--> statement-breakpoint
ALTER TABLE "preference" ADD CONSTRAINT "preference_user_id_account_holder_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account_holder"("id") ON DELETE cascade ON UPDATE no action;