CREATE SEQUENCE "public"."listing_references" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "listing_openings" (
	"listing" uuid NOT NULL,
	"organisation" uuid NOT NULL,
	"at" timestamptz(3) NOT NULL,
	CONSTRAINT "listing_openings_pk" PRIMARY KEY("listing","organisation")
);
--> statement-breakpoint
CREATE TABLE "listing_reveals" (
	"listing" uuid NOT NULL,
	"organisation" uuid NOT NULL,
	"at" timestamptz(3) NOT NULL,
	CONSTRAINT "listing_reveals_pk" PRIMARY KEY("listing","organisation")
);
--> statement-breakpoint
CREATE TABLE "listing_versions" (
	"listing" uuid NOT NULL,
	"version" integer NOT NULL,
	"snapshot" jsonb NOT NULL,
	"person" uuid,
	"at" timestamptz(3) NOT NULL,
	CONSTRAINT "listing_versions_pk" PRIMARY KEY("listing","version")
);
--> statement-breakpoint
CREATE TABLE "listings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"organisation" uuid NOT NULL,
	"created_by" uuid,
	"side" text NOT NULL,
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"title" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"advantages" text DEFAULT '' NOT NULL,
	"expertise_sought" text DEFAULT '' NOT NULL,
	"stage" text,
	"trl_min" integer,
	"trl_max" integer,
	"ipr_status" text[] DEFAULT '{}' NOT NULL,
	"ipr_notes" text DEFAULT '' NOT NULL,
	"sdgs" integer[] DEFAULT '{}' NOT NULL,
	"partner_role" text DEFAULT '' NOT NULL,
	"partner_types" text[] DEFAULT '{}' NOT NULL,
	"partner_sizes" text[] DEFAULT '{}' NOT NULL,
	"cooperation_types" text[] DEFAULT '{}' NOT NULL,
	"keywords" text[] DEFAULT '{}' NOT NULL,
	"ecosystems" text[] DEFAULT '{}' NOT NULL,
	"target_countries" text[] DEFAULT '{}' NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"budget" integer,
	"programme" text DEFAULT '' NOT NULL,
	"call_identifier" text DEFAULT '' NOT NULL,
	"duration_months" integer,
	"coordinator_required" boolean DEFAULT false NOT NULL,
	"eoi_deadline" timestamptz(3),
	"call_deadline" timestamptz(3),
	"acronym" text DEFAULT '' NOT NULL,
	"deadline" timestamptz(3),
	"visibility" text DEFAULT 'public' NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"review_reason" text,
	"dissemination" boolean DEFAULT false NOT NULL,
	"acknowledged_leaks" text[] DEFAULT '{}' NOT NULL,
	"approved_version" integer,
	"outcome" text,
	"outcome_note" text DEFAULT '' NOT NULL,
	"published_at" timestamptz(3),
	"expires_at" timestamptz(3),
	"ends_at" timestamptz(3) GENERATED ALWAYS AS (least(expires_at, deadline)) STORED,
	"reminded_days" integer,
	"closed_at" timestamptz(3),
	"owner_country" text NOT NULL,
	"owner_type" text NOT NULL,
	"owner_size" text,
	"owner_role_tags" text[] DEFAULT '{}' NOT NULL,
	"owner_latitude" double precision,
	"owner_longitude" double precision,
	"owner_names" text DEFAULT '' NOT NULL,
	"searchable" text DEFAULT '' NOT NULL,
	"search_words" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('simple', split_part(searchable, chr(10), 1)), 'A')
        || setweight(to_tsvector('simple', searchable), 'D')
        || case when visibility in ('public', 'members') then setweight(to_tsvector('simple', owner_names), 'C')
           else ''::tsvector end) STORED,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	CONSTRAINT "listings_side" CHECK ("listings"."side" in ('need', 'offer')),
	CONSTRAINT "listings_visibility" CHECK ("listings"."visibility" in ('public', 'members', 'anonymous', 'match-only')),
	CONSTRAINT "listings_status" CHECK ("listings"."status" in
      ('draft', 'review', 'returned', 'published', 'paused', 'fulfilled', 'expired', 'withdrawn')),
	CONSTRAINT "listings_outcome" CHECK ("listings"."outcome" in ('through-entente', 'elsewhere', 'not-met')),
	CONSTRAINT "listings_kind" CHECK ("listings"."kind" in ('business', 'technology', 'research', 'training', 'facility', 'advice', 'internship')),
	CONSTRAINT "listings_trl" CHECK (coalesce("listings"."trl_min", 1) between 1 and 9 and coalesce("listings"."trl_max", 9) between 1 and 9
      and coalesce("listings"."trl_min" <= "listings"."trl_max", true)),
	CONSTRAINT "listings_budget" CHECK ("listings"."budget" >= 0),
	CONSTRAINT "listings_duration" CHECK ("listings"."duration_months" between 1 and 240),
	CONSTRAINT "listings_sdgs" CHECK ("listings"."sdgs" <@ array[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]),
	CONSTRAINT "listings_published" CHECK ("listings"."status" not in ('published', 'paused', 'fulfilled', 'expired')
      or ("listings"."published_at" is not null and "listings"."expires_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "listing_openings" ADD CONSTRAINT "listing_openings_listing_fk" FOREIGN KEY ("listing") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_openings" ADD CONSTRAINT "listing_openings_organisation_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_reveals" ADD CONSTRAINT "listing_reveals_listing_fk" FOREIGN KEY ("listing") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_reveals" ADD CONSTRAINT "listing_reveals_organisation_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_versions" ADD CONSTRAINT "listing_versions_listing_fk" FOREIGN KEY ("listing") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_versions" ADD CONSTRAINT "listing_versions_person_fk" FOREIGN KEY ("person") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_organisation_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "listing_openings_organisation" ON "listing_openings" USING btree ("organisation");--> statement-breakpoint
CREATE INDEX "listing_reveals_organisation" ON "listing_reveals" USING btree ("organisation");--> statement-breakpoint
CREATE UNIQUE INDEX "listings_reference" ON "listings" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "listings_newest" ON "listings" USING btree ("published_at","id","visibility","organisation") WHERE "listings"."status" = 'published' and "listings"."visibility" <> 'match-only';--> statement-breakpoint
CREATE INDEX "listings_deadline" ON "listings" USING btree ("deadline","id") WHERE "listings"."status" = 'published' and "listings"."visibility" <> 'match-only';--> statement-breakpoint
CREATE INDEX "listings_title" ON "listings" USING btree (lower("title"),"id") WHERE "listings"."status" = 'published' and "listings"."visibility" <> 'match-only';--> statement-breakpoint
CREATE INDEX "listings_organisation" ON "listings" USING btree ("organisation","status","updated_at");--> statement-breakpoint
CREATE INDEX "listings_created_by" ON "listings" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "listings_ends" ON "listings" USING btree ("ends_at") WHERE status in ('published', 'paused');--> statement-breakpoint
CREATE INDEX "listings_review" ON "listings" USING btree ("updated_at","id") WHERE status = 'review';--> statement-breakpoint
CREATE INDEX "listings_search" ON "listings" USING gin ("search_words");