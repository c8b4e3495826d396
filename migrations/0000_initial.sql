CREATE SEQUENCE "public"."listing_references" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"key" text NOT NULL,
	"attached_type" text,
	"attached_id" uuid,
	"created_by" uuid,
	"created_at" timestamptz(3) NOT NULL,
	"width" integer,
	"height" integer,
	CONSTRAINT "files_key" UNIQUE("key"),
	CONSTRAINT "files_bytes" CHECK ("files"."bytes" > 0),
	CONSTRAINT "files_sha256" CHECK ("files"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "files_attached_whole" CHECK (("files"."attached_type" is null) = ("files"."attached_id" is null)),
	CONSTRAINT "files_size" CHECK (("files"."width" is null) = ("files"."height" is null))
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text,
	"public_key" text NOT NULL,
	"credential_id" text NOT NULL,
	"counter" integer NOT NULL,
	"device_type" text NOT NULL,
	"backed_up" boolean NOT NULL,
	"transports" text,
	"aaguid" text,
	"created_at" timestamp (3) with time zone DEFAULT now()
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "two_factors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean DEFAULT true NOT NULL,
	"failed_verification_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"two_factor_enabled" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"chain" text NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"actor" uuid,
	"actor_kind" text NOT NULL,
	"door" text NOT NULL,
	"event" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject" uuid,
	"facts" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_entries_pk" PRIMARY KEY("chain","seq")
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"chain" text PRIMARY KEY NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	"hash" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_salts" (
	"commitment" text PRIMARY KEY NOT NULL,
	"person" uuid NOT NULL,
	"salt" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox_cursors" (
	"reader" text PRIMARY KEY NOT NULL,
	"xid" "xid8" NOT NULL,
	"event" bigint NOT NULL,
	CONSTRAINT "outbox_cursors_event" CHECK ("outbox_cursors"."event" >= 0)
);
--> statement-breakpoint
CREATE TABLE "outbox_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"actor" uuid,
	"name" text NOT NULL,
	"subject" uuid,
	"payload" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"to" text NOT NULL,
	"person" uuid,
	"locale" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"headers" jsonb NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamptz(3) NOT NULL,
	"sent_at" timestamptz(3),
	CONSTRAINT "mail_messages_state" CHECK ("mail_messages"."state" in ('queued', 'sent', 'kept', 'failed')),
	CONSTRAINT "mail_messages_sent" CHECK (("mail_messages"."state" = 'sent') = ("mail_messages"."sent_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"actor" uuid NOT NULL,
	"key" text NOT NULL,
	"request" text NOT NULL,
	"answer" jsonb,
	"at" timestamptz(3) NOT NULL,
	CONSTRAINT "idempotency_keys_pk" PRIMARY KEY("actor","key")
);
--> statement-breakpoint
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
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject" uuid,
	"organisation" uuid,
	"key" text NOT NULL,
	"values" jsonb NOT NULL,
	"link" text NOT NULL,
	"mail" text,
	"created_at" timestamptz(3) NOT NULL,
	"read_at" timestamptz(3),
	"mailed_at" timestamptz(3),
	CONSTRAINT "notifications_mail" CHECK ("notifications"."mail" in ('immediate', 'digest')),
	CONSTRAINT "notifications_link" CHECK ("notifications"."link" ~ '^/([^/]|$)')
);
--> statement-breakpoint
CREATE TABLE "affiliations" (
	"body" uuid NOT NULL,
	"member" uuid NOT NULL,
	"state" text NOT NULL,
	"proposed_by" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"decided_at" timestamptz(3),
	CONSTRAINT "affiliations_pk" PRIMARY KEY("body","member"),
	CONSTRAINT "affiliations_not_itself" CHECK ("affiliations"."body" <> "affiliations"."member"),
	CONSTRAINT "affiliations_state" CHECK ("affiliations"."state" in ('proposed', 'confirmed')),
	CONSTRAINT "affiliations_proposed_by" CHECK ("affiliations"."proposed_by" in ('body', 'member', 'moderator'))
);
--> statement-breakpoint
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
CREATE TABLE "memberships" (
	"organisation" uuid NOT NULL,
	"person" uuid NOT NULL,
	"role" text NOT NULL,
	"state" text NOT NULL,
	"take_over" boolean DEFAULT false NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"contact" boolean DEFAULT false NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"decided_at" timestamptz(3),
	"seen_at" timestamptz(3),
	CONSTRAINT "memberships_pk" PRIMARY KEY("organisation","person"),
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('owner', 'manager', 'member')),
	CONSTRAINT "memberships_state" CHECK ("memberships"."state" in ('asked', 'active', 'declined'))
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
	"email_domains" text[] DEFAULT '{}' NOT NULL,
	"charter_from" date,
	"charter_until" date,
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
	"terms_accepted_at" timestamptz(3),
	"suspended_at" timestamptz(3),
	"suspension_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"updated_at" timestamptz(3) NOT NULL,
	CONSTRAINT "profiles_mail_rhythm" CHECK ("profiles"."mail_rhythm" in ('immediate', 'daily', 'weekly', 'never')),
	CONSTRAINT "profiles_site_roles" CHECK ("profiles"."site_roles" <@ array['administrator', 'moderator'])
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"about" text NOT NULL,
	"subject" uuid NOT NULL,
	"title" text NOT NULL,
	"language" text NOT NULL,
	"link" text NOT NULL,
	"person" uuid,
	"reason" text NOT NULL,
	"text" text NOT NULL,
	"searchable" text DEFAULT '' NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"settled_at" timestamptz(3),
	"settled_by" uuid,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "reports_about" CHECK ("reports"."about" in ('listing', 'expression')),
	CONSTRAINT "reports_link" CHECK ("reports"."link" ~ '^/([^/]|$)'),
	CONSTRAINT "reports_reason" CHECK ("reports"."reason" in ('spam', 'misleading', 'offensive', 'private', 'unlawful', 'other')),
	CONSTRAINT "reports_settled" CHECK (("reports"."settled_at" is null) = ("reports"."note" = ''))
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factors" ADD CONSTRAINT "two_factors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expression_messages" ADD CONSTRAINT "expression_messages_expression_fk" FOREIGN KEY ("expression") REFERENCES "public"."expressions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expression_messages" ADD CONSTRAINT "expression_messages_author_fk" FOREIGN KEY ("author") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expression_steps" ADD CONSTRAINT "expression_steps_expression_fk" FOREIGN KEY ("expression") REFERENCES "public"."expressions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expression_steps" ADD CONSTRAINT "expression_steps_person_fk" FOREIGN KEY ("person") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expressions" ADD CONSTRAINT "expressions_listing_fk" FOREIGN KEY ("listing") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expressions" ADD CONSTRAINT "expressions_from_fk" FOREIGN KEY ("from_organisation") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expressions" ADD CONSTRAINT "expressions_to_fk" FOREIGN KEY ("to_organisation") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expressions" ADD CONSTRAINT "expressions_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expressions" ADD CONSTRAINT "expressions_own_listing_fk" FOREIGN KEY ("own_listing") REFERENCES "public"."listings"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_openings" ADD CONSTRAINT "listing_openings_listing_fk" FOREIGN KEY ("listing") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_openings" ADD CONSTRAINT "listing_openings_organisation_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_reveals" ADD CONSTRAINT "listing_reveals_listing_fk" FOREIGN KEY ("listing") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_reveals" ADD CONSTRAINT "listing_reveals_organisation_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_versions" ADD CONSTRAINT "listing_versions_listing_fk" FOREIGN KEY ("listing") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_versions" ADD CONSTRAINT "listing_versions_person_fk" FOREIGN KEY ("person") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_organisation_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_marks" ADD CONSTRAINT "match_marks_organisation_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_marks" ADD CONSTRAINT "match_marks_listing_fk" FOREIGN KEY ("listing") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_marks" ADD CONSTRAINT "match_marks_candidate_fk" FOREIGN KEY ("candidate") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_marks" ADD CONSTRAINT "match_marks_person_fk" FOREIGN KEY ("person") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_pairs" ADD CONSTRAINT "match_pairs_need_fk" FOREIGN KEY ("need") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_pairs" ADD CONSTRAINT "match_pairs_offer_fk" FOREIGN KEY ("offer") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_person_fk" FOREIGN KEY ("person") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_alerts" ADD CONSTRAINT "search_alerts_search_fk" FOREIGN KEY ("search") REFERENCES "public"."saved_searches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_alerts" ADD CONSTRAINT "search_alerts_listing_fk" FOREIGN KEY ("listing") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_person_fk" FOREIGN KEY ("person") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_body_fk" FOREIGN KEY ("body") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "affiliations" ADD CONSTRAINT "affiliations_member_fk" FOREIGN KEY ("member") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_accepted_by_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_fk" FOREIGN KEY ("person") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_import_files" ADD CONSTRAINT "organisation_import_files_import_organisation_imports_id_fk" FOREIGN KEY ("import") REFERENCES "public"."organisation_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_import_rows" ADD CONSTRAINT "organisation_import_rows_import_fk" FOREIGN KEY ("import") REFERENCES "public"."organisation_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_imports" ADD CONSTRAINT "organisation_imports_body_fk" FOREIGN KEY ("body") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_imports" ADD CONSTRAINT "organisation_imports_started_by_fk" FOREIGN KEY ("started_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_person_users_id_fk" FOREIGN KEY ("person") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_person_users_id_fk" FOREIGN KEY ("person") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_person_fk" FOREIGN KEY ("person") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_settled_by_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_attached" ON "files" USING btree ("attached_type","attached_id");--> statement-breakpoint
CREATE INDEX "files_created_by" ON "files" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "accounts_user" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_provider" ON "accounts" USING btree ("provider_id","account_id");--> statement-breakpoint
CREATE INDEX "passkeys_user" ON "passkeys" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "passkeys_credential" ON "passkeys" USING btree ("credential_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rate_limits_key" ON "rate_limits" USING btree ("key");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token" ON "sessions" USING btree ("token");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "two_factors_user" ON "two_factors" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "two_factors_secret" ON "two_factors" USING btree ("secret");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "verifications_identifier" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "audit_entries_subject" ON "audit_entries" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "audit_entries_at" ON "audit_entries" USING btree ("at");--> statement-breakpoint
CREATE INDEX "outbox_events_order" ON "outbox_events" USING btree ("xid","id");--> statement-breakpoint
CREATE INDEX "outbox_events_subject" ON "outbox_events" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "mail_messages_to" ON "mail_messages" USING btree ("to","id");--> statement-breakpoint
CREATE INDEX "mail_messages_person" ON "mail_messages" USING btree ("person");--> statement-breakpoint
CREATE INDEX "expression_messages_thread" ON "expression_messages" USING btree ("expression","created_at","id");--> statement-breakpoint
CREATE INDEX "expression_messages_author" ON "expression_messages" USING btree ("author");--> statement-breakpoint
CREATE INDEX "expression_steps_expression" ON "expression_steps" USING btree ("expression","at","id");--> statement-breakpoint
CREATE INDEX "expression_steps_person" ON "expression_steps" USING btree ("person");--> statement-breakpoint
CREATE UNIQUE INDEX "expressions_open" ON "expressions" USING btree ("listing","from_organisation") WHERE stage in ('received', 'in-conversation', 'met');--> statement-breakpoint
CREATE INDEX "expressions_from" ON "expressions" USING btree ("from_organisation","updated_at","id");--> statement-breakpoint
CREATE INDEX "expressions_to" ON "expressions" USING btree ("to_organisation","updated_at","id");--> statement-breakpoint
CREATE INDEX "expressions_promise" ON "expressions" USING btree ("to_organisation","created_at");--> statement-breakpoint
CREATE INDEX "expressions_created_by" ON "expressions" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "expressions_own_listing" ON "expressions" USING btree ("own_listing");--> statement-breakpoint
CREATE INDEX "expressions_clock" ON "expressions" USING btree ("clock_at") WHERE clock_at is not null;--> statement-breakpoint
CREATE INDEX "listing_openings_organisation" ON "listing_openings" USING btree ("organisation");--> statement-breakpoint
CREATE INDEX "listing_reveals_organisation" ON "listing_reveals" USING btree ("organisation");--> statement-breakpoint
CREATE UNIQUE INDEX "listings_reference" ON "listings" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "listings_board" ON "listings" USING btree ("published_at","id","visibility","organisation","side","kind","owner_country","language","ecosystems","cooperation_types","partner_types","owner_role_tags") WHERE "listings"."status" = 'published' and "listings"."visibility" <> 'match-only';--> statement-breakpoint
CREATE INDEX "listings_place" ON "listings" USING btree ("owner_latitude","owner_longitude") WHERE "listings"."status" = 'published' and "listings"."visibility" <> 'match-only';--> statement-breakpoint
CREATE INDEX "listings_deadline" ON "listings" USING btree ("deadline","id") WHERE "listings"."status" = 'published' and "listings"."visibility" <> 'match-only';--> statement-breakpoint
CREATE INDEX "listings_title" ON "listings" USING btree (lower("title"),"id") WHERE "listings"."status" = 'published' and "listings"."visibility" <> 'match-only';--> statement-breakpoint
CREATE INDEX "listings_organisation" ON "listings" USING btree ("organisation","status","updated_at");--> statement-breakpoint
CREATE INDEX "listings_created_by" ON "listings" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "listings_ends" ON "listings" USING btree ("ends_at") WHERE status in ('published', 'paused');--> statement-breakpoint
CREATE INDEX "listings_review" ON "listings" USING btree ("updated_at","id") WHERE status = 'review';--> statement-breakpoint
CREATE INDEX "listings_search" ON "listings" USING gin ("search_words");--> statement-breakpoint
CREATE INDEX "match_marks_listing" ON "match_marks" USING btree ("listing");--> statement-breakpoint
CREATE INDEX "match_marks_candidate" ON "match_marks" USING btree ("candidate");--> statement-breakpoint
CREATE INDEX "match_pairs_offer" ON "match_pairs" USING btree ("offer");--> statement-breakpoint
CREATE INDEX "match_pairs_need_organisation" ON "match_pairs" USING btree ("need_organisation","found_at");--> statement-breakpoint
CREATE INDEX "match_pairs_offer_organisation" ON "match_pairs" USING btree ("offer_organisation","found_at");--> statement-breakpoint
CREATE UNIQUE INDEX "match_refreshes_running" ON "match_refreshes" USING btree (("finished_at" is null)) WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX "saved_searches_rhythm" ON "saved_searches" USING btree ("rhythm","id") WHERE rhythm <> 'never';--> statement-breakpoint
CREATE INDEX "search_alerts_listing" ON "search_alerts" USING btree ("listing");--> statement-breakpoint
CREATE INDEX "notifications_person" ON "notifications" USING btree ("person","created_at","id");--> statement-breakpoint
CREATE INDEX "notifications_subject" ON "notifications" USING btree ("subject","person");--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("person") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notifications_unmailed" ON "notifications" USING btree ("person") WHERE mail is not null and mailed_at is null and read_at is null;--> statement-breakpoint
CREATE INDEX "notifications_created" ON "notifications" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "affiliations_member" ON "affiliations" USING btree ("member");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_hash" ON "invitations" USING btree ("hash");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_open" ON "invitations" USING btree ("organisation","email") WHERE accepted_at is null;--> statement-breakpoint
CREATE INDEX "invitations_email" ON "invitations" USING btree ("email");--> statement-breakpoint
CREATE INDEX "memberships_person" ON "memberships" USING btree ("person");--> statement-breakpoint
CREATE INDEX "organisation_import_rows_outcome" ON "organisation_import_rows" USING btree ("import","outcome","line");--> statement-breakpoint
CREATE INDEX "organisation_import_rows_organisation" ON "organisation_import_rows" USING btree ("organisation") WHERE outcome = 'suggested';--> statement-breakpoint
CREATE INDEX "organisation_imports_created" ON "organisation_imports" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_slug" ON "organisations" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_pic" ON "organisations" USING btree ("pic") WHERE pic is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_ror" ON "organisations" USING btree ("ror") WHERE ror is not null;--> statement-breakpoint
CREATE INDEX "organisations_oid" ON "organisations" USING btree ("oid") WHERE oid is not null;--> statement-breakpoint
CREATE INDEX "organisations_erasmus_code" ON "organisations" USING btree ("erasmus_code") WHERE erasmus_code is not null;--> statement-breakpoint
CREATE INDEX "organisations_suspended" ON "organisations" USING btree ("id") WHERE suspended_at is not null;--> statement-breakpoint
CREATE INDEX "organisations_country" ON "organisations" USING btree ("country");--> statement-breakpoint
CREATE INDEX "organisations_updated" ON "organisations" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "organisations_searchable" ON "organisations" USING gin (to_tsvector('simple', "searchable"));--> statement-breakpoint
CREATE INDEX "organisations_name" ON "organisations" USING btree (lower("display_name"));--> statement-breakpoint
CREATE UNIQUE INDEX "access_tokens_hash" ON "access_tokens" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "access_tokens_person" ON "access_tokens" USING btree ("person");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_open" ON "reports" USING btree ("subject","person") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "reports_created" ON "reports" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "reports_person" ON "reports" USING btree ("person");--> statement-breakpoint
CREATE INDEX "reports_settled_by" ON "reports" USING btree ("settled_by");