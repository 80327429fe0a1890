package org.parley.webhook.mail.inbound;

import java.util.Optional;

/** The ways in which mails arrive, one for each provider that receives mails. */
public enum InboundMails {

	/** SendGrid's Inbound Parse. */
	SENDGRID,
	/** Mailgun's routes. */
	MAILGUN,
	/** Postmark's inbound webhook. */
	POSTMARK,
	/** The mail itself, from our own SMTP server. */
	MIME;

	/**
	 * Reads a mail; empty if the request is none.
	 * @throws MalformedMailException if it cannot be read
	 */
	public Optional<InboundMail> read(MailRequest request) {
		return format().read(request);
	}

	private InboundMailFormat format() {
		return switch (this) {
			case SENDGRID -> new SendGridMails();
			case MAILGUN -> new MailgunMails();
			case POSTMARK -> new PostmarkMails();
			case MIME -> new MimeMails();
		};
	}

}
