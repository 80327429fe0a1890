package org.parley.webhook.provider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import org.parley.webhook.provider.verification.InboundRequest;
import org.parley.webhook.provider.verification.RequiredHeaders;
import org.parley.webhook.provider.verification.SignatureRefusal;
import org.parley.webhook.provider.verification.SignatureRefusedException;
import org.parley.webhook.provider.verification.SignatureTimestamp;
import org.parley.webhook.provider.verification.VerifiedWebhook;
import org.parley.webhook.provider.verification.WebhookProvider;

/**
 * Verifies the event webhook of SendGrid: ECDSA with P-256 and SHA-256 over the timestamp
 * and the body. The secrets are SendGrid's public verification keys, in base64.
 *
 * @see <a href=
 * "https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features">
 * Event Webhook Security Features</a>
 */
final class SendGridProvider implements WebhookProvider {

	private static final Pattern SIGNATURE = Pattern.compile("[A-Za-z0-9+/]{80,120}={0,2}");

	private final ProviderSettings settings;

	private final List<PublicKey> keys;

	SendGridProvider(ProviderSettings settings) {
		this.settings = settings;
		this.keys = settings.secrets().stream().map(SendGridProvider::key).toList();
	}

	@Override
	public VerifiedWebhook verify(InboundRequest request, Instant now) {
		var time = RequiredHeaders
			.match(request.header("X-Twilio-Email-Event-Webhook-Timestamp"), RequiredHeaders.DIGITS)
			.group();
		var signature = RequiredHeaders.match(request.header("X-Twilio-Email-Event-Webhook-Signature"), SIGNATURE)
			.group();
		if (this.keys.stream().noneMatch((key) -> isSigned(key, time, request.body(), signature))) {
			throw new SignatureRefusedException(SignatureRefusal.BAD_SIGNATURE);
		}
		return VerifiedWebhook.ofBody(request.body(), SignatureTimestamp.parse(time, now, this.settings.tolerance()));
	}

	private static boolean isSigned(PublicKey key, String time, byte[] body, String code) {
		try {
			var signature = Signature.getInstance("SHA256withECDSA");
			signature.initVerify(key);
			signature.update(time.getBytes(StandardCharsets.US_ASCII));
			signature.update(body);
			return signature.verify(Base64.getDecoder().decode(code));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			return false;
		}
	}

	private static PublicKey key(String base64) {
		try {
			return KeyFactory.getInstance("EC")
				.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			throw new IllegalArgumentException(
					"parley.webhooks.providers: a secret of the scheme sendgrid must be a verification key of SendGrid",
					ex);
		}
	}

}
