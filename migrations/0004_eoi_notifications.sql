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
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_person_fk" FOREIGN KEY ("person") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notifications_person" ON "notifications" USING btree ("person","created_at","id");--> statement-breakpoint
CREATE INDEX "notifications_subject" ON "notifications" USING btree ("subject","person");--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("person") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notifications_unmailed" ON "notifications" USING btree ("person") WHERE mail is not null and mailed_at is null and read_at is null;--> statement-breakpoint
CREATE INDEX "notifications_created" ON "notifications" USING btree ("created_at");