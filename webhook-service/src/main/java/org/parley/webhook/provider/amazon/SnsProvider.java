package org.parley.webhook.provider.amazon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.parley.platform.messaging.inbox.PoisonEventException;
import org.parley.webhook.provider.verification.InboundRequest;
import org.parley.webhook.provider.verification.RequiredHeaders;
import org.parley.webhook.provider.verification.SignatureRefusal;
import org.parley.webhook.provider.verification.SignatureRefusedException;
import org.parley.webhook.provider.verification.SignatureTimestamp;
import org.parley.webhook.provider.verification.VerifiedWebhook;
import org.parley.webhook.provider.verification.WebhookProvider;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Verifies messages of Amazon SNS, which also carries the events of Amazon SES: RSA with
 * SHA-1 or SHA-256, by a certificate of Amazon, from known topics alone.
 */
public final class SnsProvider implements WebhookProvider {

	/** SNS sends at most 256 KiB, which JSON may double. */
	private static final int LARGEST = 512 * 1024;

	/**
	 * The end of the signed text, which tells values apart that contain the beginning of
	 * others.
	 */
	private static final Set<String> TYPES = Set.of("Notification", "SubscriptionConfirmation",
			"UnsubscribeConfirmation");

	private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

	private final Set<String> topics;

	private final Duration tolerance;

	private final SnsClient client;

	private final SigningCertificates certificates;

	/**
	 * Creates a provider.
	 * @param topics the ARNs of the accepted topics
	 * @param tolerance the maximal age of a message
	 */
	public SnsProvider(Set<String> topics, Duration tolerance) {
		this(topics, tolerance, new SnsClient(SnsClient.CERTIFICATES, SnsClient.CONFIRMATIONS));
	}

	SnsProvider(Set<String> topics, Duration tolerance, SnsClient client) {
		this.topics = topics;
		this.tolerance = tolerance;
		this.client = client;
		this.certificates = new SigningCertificates(client);
	}

	@Override
	public VerifiedWebhook verify(InboundRequest request, Instant now) {
		var message = (request.body().length <= LARGEST) ? SnsMessage.parse(request.body()) : null;
		if (message == null || !TYPES.contains(text(message.value("Type")))
				|| !this.topics.contains(text(message.value("TopicArn")))) {
			throw new SignatureRefusedException(SignatureRefusal.BAD_SIGNATURE);
		}
		var certificate = this.certificates.get(text(message.value("SigningCertURL")));
		if (!isSigned(message, certificate, now)) {
			throw new SignatureRefusedException(SignatureRefusal.BAD_SIGNATURE);
		}
		var sentAt = SignatureTimestamp.check(time(message), now, this.tolerance);
		return new VerifiedWebhook(RequiredHeaders.match(message.value("MessageId"), ID).group(), sentAt);
	}

	/**
	 * Confirms the subscription that a verified message asks for; again without effect.
	 * @return whether the message asks for one
	 * @throws UncheckedIOException if Amazon SNS does not answer
	 */
	public boolean confirmSubscription(byte[] body) {
		var message = SnsMessage.parse(body);
		if (!message.isConfirmation()) {
			return false;
		}
		var address = text(message.value("SubscribeURL"));
		if (!this.client.isConfirmation(address)) {
			throw new PoisonEventException("The address of the confirmation is not one of Amazon SNS");
		}
		try {
			this.client.get(address);
			return true;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isSigned(SnsMessage message, X509Certificate certificate, Instant now) {
		var algorithm = switch (text(message.value("SignatureVersion"))) {
			case "1" -> "SHA1withRSA";
			case "2" -> "SHA256withRSA";
			default -> null;
		};
		if (algorithm == null) {
			return false;
		}
		try {
			certificate.checkValidity(Date.from(now));
			var signature = Signature.getInstance(algorithm);
			signature.initVerify(certificate);
			signature.update(message.signedText().getBytes(StandardCharsets.UTF_8));
			return signature.verify(Base64.getDecoder().decode(text(message.value("Signature"))));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			return false;
		}
	}

	private static Instant time(SnsMessage message) {
		try {
			return Instant.parse(text(message.value("Timestamp")));
		}
		catch (DateTimeException ex) {
			throw new SignatureRefusedException(SignatureRefusal.STALE);
		}
	}

	private static String text(@Nullable String value) {
		return Objects.requireNonNullElse(value, "");
	}

	/**
	 * A message of Amazon SNS, as it is posted to an endpoint.
	 *
	 * @see <a href=
	 * "https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html">
	 * Verifying the signatures of Amazon SNS messages</a>
	 */
	public static final class SnsMessage {

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

		/**
		 * The signed text: names and values in alphabetical order, without absent ones.
		 */
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

}
