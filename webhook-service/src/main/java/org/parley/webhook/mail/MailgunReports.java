package org.parley.webhook.mail;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reports of Mailgun.
 *
 * @see <a href=
 * "https://documentation.mailgun.com/docs/mailgun/user-manual/events/event-structure">Event
 * Structure</a>
 */
final class MailgunReports implements MailReportFormat {

	@Override
	public Optional<MailReport> read(JsonNode webhook) {
		var event = webhook.path("event-data");
		return Optional.ofNullable(outcome(event))
			.flatMap((outcome) -> MailReport.of(event.at("/message/headers/message-id").asString(""), outcome));
	}

	private static @Nullable MailOutcome outcome(JsonNode event) {
		return switch (event.path("event").asString("")) {
			case "delivered" -> MailOutcome.DELIVERED;
			case "failed" -> "permanent".equals(event.path("severity").asString(""))
					? failed(event.path("reason").asString("")) : MailOutcome.SOFT_BOUNCE;
			case "complained" -> MailOutcome.COMPLAINED;
			case "unsubscribed" -> MailOutcome.UNSUBSCRIBED;
			default -> null;
		};
	}

	private static MailOutcome failed(String reason) {
		return switch (reason) {
			case "suppress-complaint" -> MailOutcome.COMPLAINED;
			case "suppress-unsubscribe" -> MailOutcome.UNSUBSCRIBED;
			case "old", "espblock" -> MailOutcome.SOFT_BOUNCE;
			default -> MailOutcome.HARD_BOUNCE;
		};
	}

}
