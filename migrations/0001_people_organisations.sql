CREATE TABLE "affiliations" (
	"body" uuid NOT NULL,
	"member" uuid NOT NULL,
	"state" text NOT NULL,
	"proposed_by" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "affiliations_pk" PRIMARY KEY("body","member"),
	CONSTRAINT "affiliations_not_itself" CHECK ("affiliations"."body" <> "affiliations"."member"),
	CONSTRAINT "affiliations_state" CHECK ("affiliations"."state" in ('proposed', 'confirmed')),
	CONSTRAINT "affiliations_proposed_by" CHECK ("affiliations"."proposed_by" in ('body', 'member', 'moderator'))
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"organisation" uuid NOT NULL,
	"person" uuid NOT NULL,
	"role" text NOT NULL,
	"state" text NOT NULL,
	"contact" boolean DEFAULT false NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"decided_at" timestamptz(3),
	CONSTRAINT "memberships_pk" PRIMARY KEY("organisation","person"),
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('owner', 'manager', 'member')),
	CONSTRAINT "memberships_state" CHECK ("memberships"."state" in ('asked', 'active'))
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"legal_name" text NOT NULL,
	"display_name" text NOT NULL,
	"other_names" text[] DEFAULT '{}' NOT NULL,
	"organisation_type" text NOT NULL,
	"role_tags" text[] DEFAULT '{}' NOT NULL,
	"size" text,
	"staff" integer,
	"sme_evidence" jsonb,
	"country" text NOT NULL,
	"nuts" text,
	"city" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"website" text,
	"founded_year" integer,
	"pic" text,
	"oid" text,
	"erasmus_code" text,
	"vat" text,
	"ror" text,
	"language" text DEFAULT 'en' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"ecosystems" text[] DEFAULT '{}' NOT NULL,
	"competences" text[] DEFAULT '{}' NOT NULL,
	"services" text[] DEFAULT '{}' NOT NULL,
	"target_countries" text[] DEFAULT '{}' NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"contact_email" text,
	"searchable" text DEFAULT '' NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"standing" text DEFAULT 'listed' NOT NULL,
	"suspended_at" timestamptz(3),
	"suspension_reason" text,
	"last_confirmed_at" timestamptz(3),
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	CONSTRAINT "organisations_type" CHECK ("organisations"."organisation_type" in ('HES', 'REC', 'PRC', 'PUB', 'OTH')),
	CONSTRAINT "organisations_size" CHECK ("organisations"."size" in ('micro', 'small', 'medium', 'large')),
	CONSTRAINT "organisations_standing" CHECK ("organisations"."standing" in ('listed', 'claimed', 'verified')),
	CONSTRAINT "organisations_country_code" CHECK ("organisations"."country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "organisations_place" CHECK (("organisations"."latitude" is null) = ("organisations"."longitude" is null)
      and coalesce("organisations"."latitude", 0) between -90 and 90 and coalesce("organisations"."longitude", 0) between -180 and 180)
);
--> statement-breakpoint
CREATE TABLE "access_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person" uuid NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"expires_at" timestamptz(3),
	"last_used_at" timestamptz(3),
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "access_tokens_scopes" CHECK ("access_tokens"."scopes" <@ array['read', 'write', 'administer'])
);
--> statement-breakpoint
CREATE TABLE "profiles" (
	"person" uuid PRIMARY KEY NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"headline" text DEFAULT '' NOT NULL,
	"site_roles" text[] DEFAULT '{}' NOT NULL,
	"mail_rhythm" text DEFAULT 'immediate' NOT NULL,
	"muted_kinds" text[] DEFAULT '{}' NOT NULL,
	"suspended_at" timestamptz(3),
	"suspension_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	CONSTRAINT "profiles_mail_rhythm" CHECK ("profiles"."mail_rhythm" in ('immediate', 'daily', 'weekly', 'never')),
	CONSTRAINT "profiles_site_roles" CHECK ("profiles"."site_roles" <@ array['administrator', 'moderator'])
);
--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_body_fk" FOREIGN KEY ("body") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_member_fk" FOREIGN KEY ("member") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_fk" FOREIGN KEY ("person") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_person_users_id_fk" FOREIGN KEY ("person") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_person_users_id_fk" FOREIGN KEY ("person") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "affiliations_member" ON "affiliations" USING btree ("member");--> statement-breakpoint
CREATE INDEX "memberships_person" ON "memberships" USING btree ("person");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_slug" ON "organisations" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_pic" ON "organisations" USING btree ("pic") WHERE pic is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_ror" ON "organisations" USING btree ("ror") WHERE ror is not null;--> statement-breakpoint
CREATE INDEX "organisations_country" ON "organisations" USING btree ("country");--> statement-breakpoint
CREATE INDEX "organisations_updated" ON "organisations" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "organisations_searchable" ON "organisations" USING gin (to_tsvector('simple', "searchable"));--> statement-breakpoint
CREATE INDEX "organisations_name" ON "organisations" USING btree (lower("display_name"));--> statement-breakpoint
CREATE UNIQUE INDEX "access_tokens_hash" ON "access_tokens" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "access_tokens_person" ON "access_tokens" USING btree ("person");