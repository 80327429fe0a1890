package org.parley.webhook.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import org.parley.webhook.provider.verification.InboundRequest;
import org.parley.webhook.provider.verification.SignatureRefusal;
import org.parley.webhook.provider.verification.SignatureRefusedException;
import org.parley.webhook.provider.verification.VerifiedWebhook;
import org.parley.webhook.provider.verification.WebhookProvider;

/**
 * Verifies webhooks of providers that sign nothing and send the credentials in the
 * webhook's address, such as Postmark and Mailjet. A secret is {@code user:password}.
 *
 * @see <a href="https://postmarkapp.com/developer/webhooks/webhooks-overview">Postmark:
 * Webhooks overview</a>
 * @see <a href="https://dev.mailjet.com/email/guides/webhooks/">Mailjet: Event API</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7617">RFC 7617</a>
 */
final class BasicAuthProvider implements WebhookProvider {

	private static final String SCHEME = "Basic ";

	private final List<byte[]> credentials;

	BasicAuthProvider(ProviderSettings settings) {
		this.credentials = settings.secrets().stream().map(BasicAuthProvider::encode).toList();
	}

	@Override
	public VerifiedWebhook verify(InboundRequest request, Instant now) {
		var given = request.header("Authorization");
		if (given == null || !given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
				|| !isKnown(given.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8))) {
			throw new SignatureRefusedException(SignatureRefusal.BAD_SIGNATURE);
		}
		return VerifiedWebhook.ofBody(request.body(), null);
	}

	private boolean isKnown(byte[] given) {
		return this.credentials.stream().anyMatch((expected) -> MessageDigest.isEqual(expected, given));
	}

	private static byte[] encode(String credentials) {
		if (credentials.indexOf(':') < 1) {
			throw new IllegalArgumentException(
					"parley.webhooks.providers: a secret of the scheme basic must be user:password");
		}
		return Base64.getEncoder().encode(credentials.getBytes(StandardCharsets.UTF_8));
	}

}
