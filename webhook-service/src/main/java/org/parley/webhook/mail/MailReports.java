package org.parley.webhook.mail;

import java.util.Optional;

import tools.jackson.databind.JsonNode;

/** The formats of reports about mails, one for each provider that sends mails. */
public enum MailReports {

	/** SendGrid's event webhook. */
	SENDGRID,
	/** Mailgun's webhooks. */
	MAILGUN,
	/** Amazon SES's notifications and events, in messages of SNS. */
	SES,
	/** Postmark's webhooks. */
	POSTMARK,
	/** Mailjet's event API. */
	MAILJET;

	/** Reads a report; empty if it says nothing about the delivery of a mail of ours. */
	public Optional<MailReport> read(JsonNode event) {
		return format().read(event);
	}

	private MailReportFormat format() {
		return switch (this) {
			case SENDGRID -> new SendGridReports();
			case MAILGUN -> new MailgunReports();
			case SES -> new SesReports();
			case POSTMARK -> new PostmarkReports();
			case MAILJET -> new MailjetReports();
		};
	}

}
