CREATE TABLE "expression_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"expression" uuid NOT NULL,
	"side" text NOT NULL,
	"author" uuid,
	"body" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "expression_messages_side" CHECK ("expression_messages"."side" in ('sender', 'owner'))
);
--> statement-breakpoint
CREATE TABLE "expression_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"expression" uuid NOT NULL,
	"person" uuid,
	"reason" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "expression_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"expression" uuid NOT NULL,
	"stage" text NOT NULL,
	"side" text,
	"person" uuid,
	"at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "expressions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"listing" uuid NOT NULL,
	"from_organisation" uuid NOT NULL,
	"to_organisation" uuid NOT NULL,
	"created_by" uuid,
	"seeks" text NOT NULL,
	"brings" text NOT NULL,
	"unclear" text DEFAULT '' NOT NULL,
	"language" text NOT NULL,
	"own_listing" uuid,
	"stage" text DEFAULT 'received' NOT NULL,
	"concealed" boolean NOT NULL,
	"revealed_at" timestamptz(3),
	"agreement_type" text,
	"agreement_summary" text DEFAULT '' NOT NULL,
	"agreement_by" text,
	"agreement_proposed_at" timestamptz(3),
	"agreed_at" timestamptz(3),
	"closes_listing" boolean DEFAULT false NOT NULL,
	"decline_kind" text,
	"decline_text" text DEFAULT '' NOT NULL,
	"reply_due_at" timestamptz(3) NOT NULL,
	"first_reply_at" timestamptz(3),
	"clock_at" timestamptz(3),
	"reminded_at" timestamptz(3),
	"escalated_at" timestamptz(3),
	"owner_news_at" timestamptz(3),
	"owner_seen_at" timestamptz(3),
	"sender_news_at" timestamptz(3),
	"sender_seen_at" timestamptz(3),
	"searchable" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	"closed_at" timestamptz(3),
	CONSTRAINT "expressions_stage" CHECK ("expressions"."stage" in
      ('received', 'in-conversation', 'met', 'agreed', 'declined', 'lapsed', 'withdrawn')),
	CONSTRAINT "expressions_not_own" CHECK ("expressions"."from_organisation" <> "expressions"."to_organisation"),
	CONSTRAINT "expressions_agreement_by" CHECK ("expressions"."agreement_by" in ('sender', 'owner')),
	CONSTRAINT "expressions_agreement" CHECK (("expressions"."agreement_by" is null) = ("expressions"."agreement_type" is null)
      and ("expressions"."agreement_by" is null) = ("expressions"."agreement_proposed_at" is null)),
	CONSTRAINT "expressions_agreed" CHECK (("expressions"."stage" = 'agreed') = ("expressions"."agreed_at" is not null)
      and ("expressions"."agreed_at" is null or "expressions"."agreement_type" is not null)),
	CONSTRAINT "expressions_declined" CHECK (("expressions"."stage" = 'declined') = ("expressions"."decline_kind" is not null)),
	CONSTRAINT "expressions_closed" CHECK (("expressions"."stage" in ('received', 'in-conversation', 'met')) = ("expressions"."closed_at" is null)),
	CONSTRAINT "expressions_clock_stopped" CHECK ("expressions"."clock_at" is null or "expressions"."stage" = 'received')
);
--> statement-breakpoint
ALTER TABLE "expression_messages" ADD CONSTRAINT "expression_messages_expression_fk" FOREIGN KEY ("expression") REFERENCES "public"."expressions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expression_messages" ADD CONSTRAINT "expression_messages_author_fk" FOREIGN KEY ("author") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expression_reports" ADD CONSTRAINT "expression_reports_expression_fk" FOREIGN KEY ("expression") REFERENCES "public"."expressions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expression_reports" ADD CONSTRAINT "expression_reports_person_fk" FOREIGN KEY ("person") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expression_steps" ADD CONSTRAINT "expression_steps_expression_fk" FOREIGN KEY ("expression") REFERENCES "public"."expressions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expression_steps" ADD CONSTRAINT "expression_steps_person_fk" FOREIGN KEY ("person") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expressions" ADD CONSTRAINT "expressions_listing_fk" FOREIGN KEY ("listing") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expressions" ADD CONSTRAINT "expressions_from_fk" FOREIGN KEY ("from_organisation") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expressions" ADD CONSTRAINT "expressions_to_fk" FOREIGN KEY ("to_organisation") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expressions" ADD CONSTRAINT "expressions_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expressions" ADD CONSTRAINT "expressions_own_listing_fk" FOREIGN KEY ("own_listing") REFERENCES "public"."listings"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "expression_messages_thread" ON "expression_messages" USING btree ("expression","created_at","id");--> statement-breakpoint
CREATE INDEX "expression_messages_author" ON "expression_messages" USING btree ("author");--> statement-breakpoint
CREATE INDEX "expression_reports_expression" ON "expression_reports" USING btree ("expression");--> statement-breakpoint
CREATE INDEX "expression_reports_person" ON "expression_reports" USING btree ("person");--> statement-breakpoint
CREATE INDEX "expression_steps_expression" ON "expression_steps" USING btree ("expression","at","id");--> statement-breakpoint
CREATE INDEX "expression_steps_person" ON "expression_steps" USING btree ("person");--> statement-breakpoint
CREATE UNIQUE INDEX "expressions_open" ON "expressions" USING btree ("listing","from_organisation") WHERE stage in ('received', 'in-conversation', 'met');--> statement-breakpoint
CREATE INDEX "expressions_from" ON "expressions" USING btree ("from_organisation","updated_at","id");--> statement-breakpoint
CREATE INDEX "expressions_to" ON "expressions" USING btree ("to_organisation","updated_at","id");--> statement-breakpoint
CREATE INDEX "expressions_promise" ON "expressions" USING btree ("to_organisation","created_at");--> statement-breakpoint
CREATE INDEX "expressions_created_by" ON "expressions" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "expressions_own_listing" ON "expressions" USING btree ("own_listing");--> statement-breakpoint
CREATE INDEX "expressions_clock" ON "expressions" USING btree ("clock_at") WHERE clock_at is not null;