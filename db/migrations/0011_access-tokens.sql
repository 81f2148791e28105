CREATE TABLE "access_token" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"project_id" uuid,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"prefix" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "access_token_hash_key" UNIQUE("token_hash"),
	CONSTRAINT "access_token_name_valid" CHECK (length(trim("access_token"."name")) between 1 and 100),
	CONSTRAINT "access_token_hash_form" CHECK ("access_token"."token_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "access_token_prefix_form" CHECK ("access_token"."prefix" ~ '^tri_[A-Za-z0-9_-]{6}$'),
	CONSTRAINT "access_token_scopes_valid" CHECK (cardinality("access_token"."scopes") > 0 and "access_token"."scopes" <@ array['read', 'import', 'align', 'export', 'manage']),
	CONSTRAINT "access_token_project_scopes" CHECK ("access_token"."project_id" is null or not ('manage' = any("access_token"."scopes"))),
	CONSTRAINT "access_token_expiry_valid" CHECK ("access_token"."expires_at" > "access_token"."created_at" and "access_token"."expires_at" <= "access_token"."created_at" + interval '367 days')
);
--> statement-breakpoint
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_user_id_account_holder_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."account_holder"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_token_user_index" ON "access_token" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "access_token_project_index" ON "access_token" USING btree ("project_id");