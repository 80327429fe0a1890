package org.parley.webhook.mail;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reports of Mailjet, which repeats the header {@code X-MJ-CustomID}.
 *
 * @see <a href="https://dev.mailjet.com/email/guides/webhooks/">Event API</a>
 */
final class MailjetReports implements MailReportFormat {

	@Override
	public Optional<MailReport> read(JsonNode event) {
		return Optional.ofNullable(outcome(event))
			.flatMap((outcome) -> MailReport.of(event.path("CustomID").asString(""), outcome));
	}

	private static @Nullable MailOutcome outcome(JsonNode event) {
		return switch (event.path("event").asString("")) {
			case "sent" -> MailOutcome.DELIVERED;
			case "bounce" ->
				event.path("hard_bounce").asBoolean(false) ? MailOutcome.HARD_BOUNCE : MailOutcome.SOFT_BOUNCE;
			case "blocked" -> MailOutcome.SOFT_BOUNCE;
			case "spam" -> MailOutcome.COMPLAINED;
			case "unsub" -> MailOutcome.UNSUBSCRIBED;
			default -> null;
		};
	}

}
