package org.parley.webhook.provider.amazon;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message of Amazon SNS, as it is posted to an endpoint.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html">
 * Verifying the signatures of Amazon SNS messages</a>
 */
public final class SnsMessage {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final JsonNode values;

	private SnsMessage(JsonNode values) {
		this.values = values;
	}

	/** Parses a body; one that is not JSON has no values. */
	public static SnsMessage parse(byte[] body) {
		try {
			return new SnsMessage(JSON.readTree(body));
		}
		catch (JacksonException ex) {
			return new SnsMessage(JSON.nullNode());
		}
	}

	/** A value, or null. */
	public @Nullable String value(String name) {
		return this.values.path(name).stringValue(null);
	}

	/** Whether it asks to confirm the subscription of an endpoint. */
	public boolean isConfirmation() {
		return "SubscriptionConfirmation".equals(value("Type"));
	}

	/** The signed text: names and values in alphabetical order, without absent ones. */
	String signedText() {
		var names = "Notification".equals(value("Type"))
				? List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type")
				: List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");
		var text = new StringBuilder();
		for (var name : names) {
			var value = value(name);
			if (value != null) {
				text.append(name).append('\n').append(value).append('\n');
			}
		}
		return text.toString();
	}

}
