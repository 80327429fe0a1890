package org.parley.webhook.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.mail.MailBounced;
import org.parley.contracts.mail.MailReported;

/**
 * What a provider reports about a mail.
 *
 * @param mailId the local part of the mail's Message-ID
 */
public record MailReport(String mailId, MailOutcome outcome) {

	private static final Pattern MAIL = Pattern.compile("<?([0-7][0-9A-HJKMNP-TV-Z]{25})(?:@[^@\\s<>]{1,255})?>?");

	/**
	 * A report about a mail of ours; empty if the provider names none.
	 * @param mail the Message-ID, or the id that the mail carried in another header
	 */
	static Optional<MailReport> of(String mail, MailOutcome outcome) {
		var matcher = MAIL.matcher(mail.strip());
		return matcher.matches() ? Optional.of(new MailReport(matcher.group(1), outcome)) : Optional.empty();
	}

	/**
	 * The event that tells other services.
	 * @param at when the report was received
	 */
	public ParleyEvent event(Instant at) {
		return switch (this.outcome) {
			case DELIVERED -> new MailReported("mail.delivered", this.mailId, at);
			case HARD_BOUNCE -> new MailBounced(this.mailId, true, at);
			case SOFT_BOUNCE -> new MailBounced(this.mailId, false, at);
			case COMPLAINED -> new MailReported("mail.complained", this.mailId, at);
			case UNSUBSCRIBED -> new MailReported("mail.unsubscribed", this.mailId, at);
		};
	}

}
