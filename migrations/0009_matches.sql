CREATE TABLE "match_marks" (
	"organisation" uuid NOT NULL,
	"listing" uuid,
	"candidate" uuid NOT NULL,
	"mark" text NOT NULL,
	"person" uuid,
	"at" timestamptz(3) NOT NULL,
	CONSTRAINT "match_marks_once" UNIQUE NULLS NOT DISTINCT("organisation","listing","candidate"),
	CONSTRAINT "match_marks_mark" CHECK ("match_marks"."mark" in ('saved', 'dismissed'))
);
--> statement-breakpoint
CREATE TABLE "match_pairs" (
	"need" uuid NOT NULL,
	"offer" uuid NOT NULL,
	"need_organisation" uuid NOT NULL,
	"offer_organisation" uuid NOT NULL,
	"need_strength" double precision NOT NULL,
	"offer_strength" double precision NOT NULL,
	"found_at" timestamptz(3) NOT NULL,
	"checked_at" timestamptz(3) NOT NULL,
	CONSTRAINT "match_pairs_pk" PRIMARY KEY("need","offer"),
	CONSTRAINT "match_pairs_strengths" CHECK ("match_pairs"."need_strength" between 0 and 1 and "match_pairs"."offer_strength" between 0 and 1),
	CONSTRAINT "match_pairs_others" CHECK ("match_pairs"."need_organisation" <> "match_pairs"."offer_organisation")
);
--> statement-breakpoint
CREATE TABLE "match_refreshes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"started_at" timestamptz(3) NOT NULL,
	"finished_at" timestamptz(3),
	"last" uuid,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"found" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person" uuid NOT NULL,
	"name" text NOT NULL,
	"query" jsonb NOT NULL,
	"rhythm" text NOT NULL,
	"gathered_at" timestamptz(3) NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	CONSTRAINT "saved_searches_name" UNIQUE("person","name"),
	CONSTRAINT "saved_searches_rhythm_known" CHECK ("saved_searches"."rhythm" in ('instant', 'weekly', 'never'))
);
--> statement-breakpoint
CREATE TABLE "search_alerts" (
	"search" uuid NOT NULL,
	"listing" uuid NOT NULL,
	"at" timestamptz(3) NOT NULL,
	CONSTRAINT "search_alerts_pk" PRIMARY KEY("search","listing")
);
--> statement-breakpoint
ALTER TABLE "match_marks" ADD CONSTRAINT "match_marks_organisation_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_marks" ADD CONSTRAINT "match_marks_listing_fk" FOREIGN KEY ("listing") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_marks" ADD CONSTRAINT "match_marks_candidate_fk" FOREIGN KEY ("candidate") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_marks" ADD CONSTRAINT "match_marks_person_fk" FOREIGN KEY ("person") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_pairs" ADD CONSTRAINT "match_pairs_need_fk" FOREIGN KEY ("need") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_pairs" ADD CONSTRAINT "match_pairs_offer_fk" FOREIGN KEY ("offer") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_person_fk" FOREIGN KEY ("person") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_alerts" ADD CONSTRAINT "search_alerts_search_fk" FOREIGN KEY ("search") REFERENCES "public"."saved_searches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_alerts" ADD CONSTRAINT "search_alerts_listing_fk" FOREIGN KEY ("listing") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "match_marks_listing" ON "match_marks" USING btree ("listing");--> statement-breakpoint
CREATE INDEX "match_marks_candidate" ON "match_marks" USING btree ("candidate");--> statement-breakpoint
CREATE INDEX "match_pairs_offer" ON "match_pairs" USING btree ("offer");--> statement-breakpoint
CREATE INDEX "match_pairs_need_organisation" ON "match_pairs" USING btree ("need_organisation","found_at");--> statement-breakpoint
CREATE INDEX "match_pairs_offer_organisation" ON "match_pairs" USING btree ("offer_organisation","found_at");--> statement-breakpoint
CREATE UNIQUE INDEX "match_refreshes_running" ON "match_refreshes" USING btree (("finished_at" is null)) WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX "saved_searches_rhythm" ON "saved_searches" USING btree ("rhythm","id") WHERE rhythm <> 'never';--> statement-breakpoint
CREATE INDEX "search_alerts_listing" ON "search_alerts" USING btree ("listing");