package org.parley.webhook.mail;

import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The events of each provider, shortened from its documents. */
class MailReportsTests {

	private static final String ID = "01KAG3M2M4N6P8Q0R2S4T6V8X0";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "nothing", textBlock = """
			"event": "delivered", "response": "250 OK"                                | DELIVERED
			"event": "bounce", "type": "bounce", "status": "5.0.0", "reason": "500 unknown recipient"  | HARD_BOUNCE
			"event": "bounce", "status": "5.1.1"                                      | HARD_BOUNCE
			"event": "bounce", "type": "blocked", "status": "4.0.0"                   | SOFT_BOUNCE
			"event": "dropped", "reason": "Bounced Address", "status": "5.0.0"        | HARD_BOUNCE
			"event": "dropped", "reason": "Invalid"                                   | HARD_BOUNCE
			"event": "dropped", "reason": "Spam Reporting Address"                    | COMPLAINED
			"event": "dropped", "reason": "Unsubscribed Address"                      | UNSUBSCRIBED
			"event": "dropped", "reason": "Spam Content"                              | nothing
			"event": "spamreport"                                                     | COMPLAINED
			"event": "unsubscribe"                                                    | UNSUBSCRIBED
			"event": "group_unsubscribe", "asm_group_id": 10                          | UNSUBSCRIBED
			"event": "group_resubscribe", "asm_group_id": 10                          | nothing
			"event": "deferred", "response": "400 try again later", "attempt": "5"    | nothing
			"event": "open", "useragent": "Mozilla/4.0"                               | nothing
			"event": ["delivered"]                                                    | nothing
			""")
	void sendGrid(String event, MailOutcome expected) {
		var whole = """
				{"email": "example@test.com", "timestamp": 1513299569, "smtp-id": "<%s@forum.example>", %s}"""
			.formatted(ID, event);
		assertThat(MailReports.SENDGRID.read(JsonMapper.shared().readTree(whole)))
			.isEqualTo(Stream.ofNullable(expected).map((outcome) -> new MailReport(ID, outcome)).findFirst());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "nothing", textBlock = """
			"event": "delivered"                                                       | DELIVERED
			"event": "failed", "severity": "permanent", "reason": "bounce"             | HARD_BOUNCE
			"event": "failed", "severity": "permanent", "reason": "suppress-bounce"    | HARD_BOUNCE
			"event": "failed", "severity": "permanent", "reason": "generic"            | HARD_BOUNCE
			"event": "failed", "severity": "permanent", "reason": "suppress-complaint" | COMPLAINED
			"event": "failed", "severity": "permanent", "reason": "suppress-unsubscribe" | UNSUBSCRIBED
			"event": "failed", "severity": "permanent", "reason": "old"                | SOFT_BOUNCE
			"event": "failed", "severity": "permanent", "reason": "espblock"           | SOFT_BOUNCE
			"event": "failed", "severity": "temporary", "reason": "generic"            | SOFT_BOUNCE
			"event": "complained"                                                      | COMPLAINED
			"event": "unsubscribed"                                                    | UNSUBSCRIBED
			"event": "accepted"                                                        | nothing
			"event": "opened"                                                          | nothing
			"event": null                                                              | nothing
			""")
	void mailgun(String event, MailOutcome expected) {
		var whole = """
				{"signature": {"token": "t", "timestamp": "1529006854", "signature": "s"}, "event-data": {%s,
				"message": {"headers": {"to": "Alice <alice@example.com>", "message-id": "%s@forum.example"}}}}"""
			.formatted(event, ID);
		assertThat(MailReports.MAILGUN.read(JsonMapper.shared().readTree(whole)))
			.isEqualTo(Stream.ofNullable(expected).map((outcome) -> new MailReport(ID, outcome)).findFirst());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "nothing",
			textBlock = """
					"notificationType": "Delivery", "delivery": {"smtpResponse": "250 ok"}                   | DELIVERED
					"eventType": "Delivery"                                                                  | DELIVERED
					"notificationType": "Bounce", "bounce": {"bounceType": "Permanent", "bounceSubType": "General"} | HARD_BOUNCE
					"eventType": "Bounce", "bounce": {"bounceType": "Permanent", "bounceSubType": "Suppressed"} | HARD_BOUNCE
					"notificationType": "Bounce", "bounce": {"bounceType": "Transient", "bounceSubType": "MailboxFull"} | SOFT_BOUNCE
					"notificationType": "Bounce", "bounce": {"bounceType": "Undetermined"}                   | SOFT_BOUNCE
					"notificationType": "Complaint", "complaint": {"complaintFeedbackType": "abuse"}         | COMPLAINED
					"notificationType": "Complaint", "complaint": {"complaintFeedbackType": "not-spam"}      | nothing
					"eventType": "Subscription", "subscription": {"contactList": "all"}                      | UNSUBSCRIBED
					"eventType": "Subscription", "subscription": {"newTopicPreferences": {"unsubscribeAll": true}} | UNSUBSCRIBED
					"eventType": "Subscription", "subscription": {"newTopicPreferences": {"unsubscribeAll": false, "topicSubscriptionStatus": [{"topicName": "all", "subscriptionStatus": "OptOut"}]}} | UNSUBSCRIBED
					"eventType": "Subscription", "subscription": {"newTopicPreferences": {"unsubscribeAll": false, "topicSubscriptionStatus": [{"topicName": "all", "subscriptionStatus": "OptIn"}]}} | nothing
					"eventType": "Open"                                                                      | nothing
					"notificationType": "AmazonSnsSubscriptionSucceeded"                                     | nothing
					""")
	void ses(String report, MailOutcome expected) {
		var text = """
				{%s, "mail": {"messageId": "0100", "commonHeaders": {"messageId": "<%s@forum.example>"}}}"""
			.formatted(report, ID);
		var message = JsonMapper.shared().createObjectNode().put("Type", "Notification").put("Message", text);
		assertThat(MailReports.SES.read(message))
			.isEqualTo(Stream.ofNullable(expected).map((outcome) -> new MailReport(ID, outcome)).findFirst());
	}

	@Test
	void mailThatWasSentByTheApiOfSendGridIsNamedByItsArgument() {
		var event = """
				{"event": "delivered", "smtp-id": "<14c5d75ce93.dfd.64b469@ismtpd-555>", "mail": "%s"}""".formatted(ID);
		assertThat(MailReports.SENDGRID.read(JsonMapper.shared().readTree(event)))
			.hasValue(new MailReport(ID, MailOutcome.DELIVERED));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Hello", "{", "[]", "{\"mail\": \"none\"}" })
	void otherMessageOfSnsIsNoReport(String text) {
		var message = JsonMapper.shared().createObjectNode().put("Type", "Notification").put("Message", text);
		assertThat(MailReports.SES.read(message)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "nothing",
			textBlock = """
					"RecordType": "Delivery", "DeliveredAt": "2019-11-05T16:33:54.9070259Z"                  | DELIVERED
					"RecordType": "Bounce", "Type": "HardBounce", "TypeCode": 1                              | HARD_BOUNCE
					"RecordType": "Bounce", "Type": "BadEmailAddress", "TypeCode": 100000                    | HARD_BOUNCE
					"RecordType": "Bounce", "Type": "ManuallyDeactivated", "TypeCode": 100006                | HARD_BOUNCE
					"RecordType": "Bounce", "Type": "SpamNotification", "TypeCode": 512                      | SOFT_BOUNCE
					"RecordType": "Bounce", "Type": "AutoResponder", "TypeCode": 64                          | nothing
					"RecordType": "Bounce", "Type": "AddressChange", "TypeCode": 128                         | nothing
					"RecordType": "Bounce", "Type": "Subscribe", "TypeCode": 32                              | nothing
					"RecordType": "Bounce", "Type": "SMTPApiError", "TypeCode": 100007                       | nothing
					"RecordType": "Bounce", "Type": "SpamComplaint", "TypeCode": 100001                      | COMPLAINED
					"RecordType": "Bounce", "Type": "Unsubscribe", "TypeCode": 16                            | UNSUBSCRIBED
					"RecordType": "Bounce", "Type": "Transient", "TypeCode": 2                               | SOFT_BOUNCE
					"RecordType": "Bounce", "Type": "SoftBounce", "TypeCode": 4096                           | SOFT_BOUNCE
					"RecordType": "Bounce", "Type": "DMARCPolicy", "TypeCode": 100009                        | SOFT_BOUNCE
					"RecordType": "SpamComplaint", "Type": "SpamComplaint"                                   | COMPLAINED
					"RecordType": "SubscriptionChange", "SuppressSending": true, "SuppressionReason": "HardBounce" | HARD_BOUNCE
					"RecordType": "SubscriptionChange", "SuppressSending": true, "SuppressionReason": "SpamComplaint" | COMPLAINED
					"RecordType": "SubscriptionChange", "SuppressSending": true, "SuppressionReason": "ManualSuppression" | UNSUBSCRIBED
					"RecordType": "SubscriptionChange", "SuppressSending": false, "SuppressionReason": null  | nothing
					"RecordType": "Open"                                                                     | nothing
					""")
	void postmark(String event, MailOutcome expected) {
		var whole = """
				{%s, "MessageID": "883953f4-6105-42a2-a16a-77a8eac79483", "Metadata": {"mail": "%s"}}"""
			.formatted(event, ID);
		assertThat(MailReports.POSTMARK.read(JsonMapper.shared().readTree(whole)))
			.isEqualTo(Stream.ofNullable(expected).map((outcome) -> new MailReport(ID, outcome)).findFirst());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "nothing", textBlock = """
			"event": "sent", "smtp_reply": "sent (250 2.0.0 OK)"                       | DELIVERED
			"event": "bounce", "blocked": false, "hard_bounce": true, "error": "user unknown" | HARD_BOUNCE
			"event": "bounce", "blocked": false, "hard_bounce": false, "error": "quota exceeded" | SOFT_BOUNCE
			"event": "blocked", "error_related_to": "recipient", "error": "user unknown" | SOFT_BOUNCE
			"event": "spam", "source": "JMRPP"                                         | COMPLAINED
			"event": "unsub", "mj_list_id": 1                                          | UNSUBSCRIBED
			"event": "click"                                                           | nothing
			""")
	void mailjet(String event, MailOutcome expected) {
		var whole = """
				{%s, "time": 1433333949, "MessageID": 19421777835146490, "CustomID": "%s"}""".formatted(event, ID);
		assertThat(MailReports.MAILJET.read(JsonMapper.shared().readTree(whole)))
			.isEqualTo(Stream.ofNullable(expected).map((outcome) -> new MailReport(ID, outcome)).findFirst());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<14c5d75ce93.dfd.64b469@ismtpd-555>", "01KAG3M2M4N6P8Q0R2S4T6V8X",
			"91KAG3M2M4N6P8Q0R2S4T6V8X0@forum.example", "<01KAG3M2M4N6P8Q0R2S4T6V8X0@forum.example> x" })
	void mailsOfOthersAreNoReport(String id) {
		var event = JsonMapper.shared().createObjectNode().put("event", "delivered").put("smtp-id", id);
		assertThat(MailReports.SENDGRID.read(event)).isEmpty();
	}

	@Test
	void eventWithoutIdIsNoReport() {
		var event = JsonMapper.shared().createObjectNode().put("event", "delivered");
		assertThat(Stream.of(MailReports.values()).map((format) -> format.read(event))).allMatch(Optional::isEmpty);
	}

}
