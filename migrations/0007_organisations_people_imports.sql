CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"hash" text NOT NULL,
	"invited_by" uuid,
	"created_at" timestamptz(3) NOT NULL,
	"expires_at" timestamptz(3) NOT NULL,
	"accepted_by" uuid,
	"accepted_at" timestamptz(3),
	CONSTRAINT "invitations_email_lower" CHECK ("invitations"."email" = lower("invitations"."email")),
	CONSTRAINT "invitations_role" CHECK ("invitations"."role" in ('owner', 'manager', 'member'))
);
--> statement-breakpoint
CREATE TABLE "organisation_import_files" (
	"import" uuid PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation_import_rows" (
	"import" uuid NOT NULL,
	"line" integer NOT NULL,
	"raw" jsonb NOT NULL,
	"parsed" jsonb,
	"outcome" text,
	"organisation" uuid,
	"candidates" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"repairs" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"decision" text,
	"change" jsonb,
	"before" jsonb,
	"affiliated" boolean DEFAULT false NOT NULL,
	"applied_at" timestamptz(3),
	"undone" text,
	CONSTRAINT "organisation_import_rows_pk" PRIMARY KEY("import","line")
);
--> statement-breakpoint
CREATE TABLE "organisation_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"file_name" text NOT NULL,
	"body" uuid,
	"state" text NOT NULL,
	"encoding" text DEFAULT '' NOT NULL,
	"columns" text[] DEFAULT '{}' NOT NULL,
	"mapping" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"started_by" uuid,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	CONSTRAINT "organisation_imports_source" CHECK ("organisation_imports"."source" in ('eche', 'ror', 'members')),
	CONSTRAINT "organisation_imports_state" CHECK ("organisation_imports"."state" in ('previewing', 'ready', 'running', 'done', 'undoing', 'undone', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "memberships" DROP CONSTRAINT "memberships_state";--> statement-breakpoint
ALTER TABLE "affiliations" ADD COLUMN "decided_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "take_over" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "message" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "seen_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "email_domains" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "charter_from" date;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "charter_until" date;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_accepted_by_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_import_files" ADD CONSTRAINT "organisation_import_files_import_organisation_imports_id_fk" FOREIGN KEY ("import") REFERENCES "public"."organisation_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_import_rows" ADD CONSTRAINT "organisation_import_rows_import_fk" FOREIGN KEY ("import") REFERENCES "public"."organisation_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_imports" ADD CONSTRAINT "organisation_imports_body_fk" FOREIGN KEY ("body") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_imports" ADD CONSTRAINT "organisation_imports_started_by_fk" FOREIGN KEY ("started_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_hash" ON "invitations" USING btree ("hash");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_open" ON "invitations" USING btree ("organisation","email") WHERE accepted_at is null;--> statement-breakpoint
CREATE INDEX "invitations_email" ON "invitations" USING btree ("email");--> statement-breakpoint
CREATE INDEX "organisation_import_rows_outcome" ON "organisation_import_rows" USING btree ("import","outcome","line");--> statement-breakpoint
CREATE INDEX "organisation_import_rows_organisation" ON "organisation_import_rows" USING btree ("organisation") WHERE outcome = 'suggested';--> statement-breakpoint
CREATE INDEX "organisation_imports_created" ON "organisation_imports" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "organisations_oid" ON "organisations" USING btree ("oid") WHERE oid is not null;--> statement-breakpoint
CREATE INDEX "organisations_erasmus_code" ON "organisations" USING btree ("erasmus_code") WHERE erasmus_code is not null;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_state" CHECK ("memberships"."state" in ('asked', 'active', 'declined'));