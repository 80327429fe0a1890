package org.parley.webhook.provider;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
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
import org.parley.webhook.signature.StandardSecret;

/**
 * Verifies Standard Webhooks 1.0 with shared secrets.
 *
 * @see <a href=
 * "https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">
 * Standard Webhooks 1.0</a>
 */
final class StandardWebhooksProvider implements WebhookProvider {

	private static final Pattern ID = Pattern.compile("[!-~&&[^.]]{1,200}");

	private static final Pattern SIGNATURES = Pattern.compile("[!-~]{1,200}( [!-~]{1,200}){0,9}");

	private final ProviderSettings settings;

	private final List<StandardSecret> secrets;

	StandardWebhooksProvider(ProviderSettings settings) {
		this.settings = settings;
		this.secrets = settings.secrets().stream().map(StandardSecret::new).toList();
	}

	@Override
	public VerifiedWebhook verify(InboundRequest request, Instant now) {
		var id = RequiredHeaders.match(request.header("webhook-id"), ID).group();
		var time = RequiredHeaders.match(request.header("webhook-timestamp"), RequiredHeaders.DIGITS).group();
		var signatures = RequiredHeaders.match(request.header("webhook-signature"), SIGNATURES).group();
		var body = request.body();
		var expected = this.secrets.stream().map((secret) -> secret.code(id, time, body)).toList();
		if (Arrays.stream(signatures.split(" ", -1))
			.map(StandardWebhooksProvider::code)
			.noneMatch((given) -> containsCode(expected, given))) {
			throw new SignatureRefusedException(SignatureRefusal.BAD_SIGNATURE);
		}
		return new VerifiedWebhook(id, SignatureTimestamp.parse(time, now, this.settings.tolerance()));
	}

	private static boolean containsCode(List<byte[]> expected, byte[] given) {
		return expected.stream().anyMatch((code) -> MessageDigest.isEqual(code, given));
	}

	/** The code of a signature; empty for other versions and malformed signatures. */
	private static byte[] code(String signature) {
		try {
			return signature.startsWith("v1,") ? Base64.getDecoder().decode(signature.substring(3)) : new byte[0];
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

}
