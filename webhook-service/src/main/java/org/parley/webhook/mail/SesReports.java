package org.parley.webhook.mail;

import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Reports of Amazon SES in messages of Amazon SNS, as notifications and as events. SES
 * must include the original headers.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html">Amazon SNS
 * notification contents for Amazon SES</a>
 */
final class SesReports implements MailReportFormat {

	@Override
	public Optional<MailReport> read(JsonNode message) {
		var report = report(message.path("Message").asString(""));
		var mail = report.at("/mail/commonHeaders/messageId").asString("");
		var kind = report.path("notificationType").asString(report.path("eventType").asString(""));
		return switch (kind) {
			case "Delivery" -> MailReport.of(mail, MailOutcome.DELIVERED);
			case "Bounce" -> MailReport.of(mail, "Permanent".equals(report.at("/bounce/bounceType").asString(""))
					? MailOutcome.HARD_BOUNCE : MailOutcome.SOFT_BOUNCE);
			case "Complaint" -> "not-spam".equals(report.at("/complaint/complaintFeedbackType").asString(""))
					? Optional.empty() : MailReport.of(mail, MailOutcome.COMPLAINED);
			case "Subscription" -> isSubscribed(report.at("/subscription/newTopicPreferences")) ? Optional.empty()
					: MailReport.of(mail, MailOutcome.UNSUBSCRIBED);
			default -> Optional.empty();
		};
	}

	/** Whether the recipient has chosen to get mails of all topics. */
	private static boolean isSubscribed(JsonNode preferences) {
		return preferences.isObject() && !preferences.path("unsubscribeAll").asBoolean(false)
				&& preferences.path("topicSubscriptionStatus")
					.valueStream()
					.noneMatch((topic) -> "OptOut".equals(topic.path("subscriptionStatus").asString("")));
	}

	/** The text of a message is JSON, unless it is no report. */
	private static JsonNode report(String text) {
		try {
			return JsonMapper.shared().readTree(text);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

}
