package org.parley.webhook.mail;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reports of SendGrid.
 *
 * @see <a href=
 * "https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event">Event
 * Webhook Reference</a>
 */
final class SendGridReports implements MailReportFormat {

	@Override
	public Optional<MailReport> read(JsonNode event) {
		return Optional.ofNullable(outcome(event)).flatMap((outcome) -> MailReport.of(mail(event), outcome));
	}

	/** A mail that was sent by the API has an argument, and an SMTP id of SendGrid. */
	private static String mail(JsonNode event) {
		return event.path("mail").asString(event.path("smtp-id").asString(""));
	}

	private static @Nullable MailOutcome outcome(JsonNode event) {
		return switch (event.path("event").asString("")) {
			case "delivered" -> MailOutcome.DELIVERED;
			case "bounce" ->
				"blocked".equals(event.path("type").asString("")) ? MailOutcome.SOFT_BOUNCE : MailOutcome.HARD_BOUNCE;
			case "dropped" -> dropped(event.path("reason").asString(""));
			case "spamreport" -> MailOutcome.COMPLAINED;
			case "unsubscribe", "group_unsubscribe" -> MailOutcome.UNSUBSCRIBED;
			default -> null;
		};
	}

	/** SendGrid has not sent it, since the address is in one of its lists. */
	private static @Nullable MailOutcome dropped(String reason) {
		return switch (reason) {
			case "Bounced Address", "Invalid" -> MailOutcome.HARD_BOUNCE;
			case "Spam Reporting Address" -> MailOutcome.COMPLAINED;
			case "Unsubscribed Address" -> MailOutcome.UNSUBSCRIBED;
			default -> null;
		};
	}

}
