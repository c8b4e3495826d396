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
ALTER TABLE "profiles" ADD COLUMN "terms_accepted_at" timestamptz(3);--> statement-breakpoint
CREATE INDEX "files_attached" ON "files" USING btree ("attached_type","attached_id");--> statement-breakpoint
CREATE INDEX "files_created_by" ON "files" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "mail_messages_to" ON "mail_messages" USING btree ("to","id");--> statement-breakpoint
CREATE INDEX "mail_messages_person" ON "mail_messages" USING btree ("person");