package org.parley.webhook.mail;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reports of Postmark, which replaces the Message-ID and repeats the header
 * {@code X-PM-Metadata-mail} instead.
 *
 * @see <a href="https://postmarkapp.com/developer/webhooks/webhooks-overview">Webhooks
 * overview</a>
 * @see <a href="https://postmarkapp.com/developer/api/bounce-api#bounce-types">Bounce
 * types</a>
 */
final class PostmarkReports implements MailReportFormat {

	@Override
	public Optional<MailReport> read(JsonNode event) {
		var mail = event.at("/Metadata/mail").asString("");
		return switch (event.path("RecordType").asString("")) {
			case "Delivery" -> MailReport.of(mail, MailOutcome.DELIVERED);
			case "Bounce" -> Optional.ofNullable(bounce(event.path("Type").asString("")))
				.flatMap((outcome) -> MailReport.of(mail, outcome));
			case "SpamComplaint" -> MailReport.of(mail, MailOutcome.COMPLAINED);
			case "SubscriptionChange" -> event.path("SuppressSending").asBoolean(false)
					? MailReport.of(mail, suppression(event.path("SuppressionReason").asString(""))) : Optional.empty();
			default -> Optional.empty();
		};
	}

	/**
	 * Some types are no bounces: answers of people and machines that have the mail, and
	 * errors of the sender. A filter that blocks a mail as spam is no complaint of its
	 * recipient.
	 */
	private static @Nullable MailOutcome bounce(String type) {
		return switch (type) {
			case "HardBounce", "BadEmailAddress", "ManuallyDeactivated" -> MailOutcome.HARD_BOUNCE;
			case "SpamComplaint" -> MailOutcome.COMPLAINED;
			case "Unsubscribe" -> MailOutcome.UNSUBSCRIBED;
			case "AutoResponder", "AddressChange", "Subscribe", "OpenRelayTest", "SMTPApiError", "InboundError",
					"TemplateRenderingFailed" ->
				null;
			default -> MailOutcome.SOFT_BOUNCE;
		};
	}

	private static MailOutcome suppression(String reason) {
		return switch (reason) {
			case "HardBounce" -> MailOutcome.HARD_BOUNCE;
			case "SpamComplaint" -> MailOutcome.COMPLAINED;
			default -> MailOutcome.UNSUBSCRIBED;
		};
	}

}
