package org.parley.webhook.provider;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import org.parley.webhook.signature.HmacSigner;
import org.parley.webhook.signature.StandardSecret;

/**
 * Whoever signs as Standard Webhooks 1.0 says, with shared secrets.
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
		var id = RequiredHeaders.matching(request.header("webhook-id"), ID).group();
		var time = RequiredHeaders.matching(request.header("webhook-timestamp"), RequiredHeaders.DIGITS).group();
		var signatures = RequiredHeaders.matching(request.header("webhook-signature"), SIGNATURES).group();
		var body = request.body();
		var right = this.secrets.stream().map((secret) -> secret.code(id, time, body)).toList();
		if (Arrays.stream(signatures.split(" ", -1))
			.map(StandardWebhooksProvider::code)
			.noneMatch((given) -> isOne(right, given))) {
			throw new SignatureRefusedException(SignatureRefusal.BAD_SIGNATURE);
		}
		return new VerifiedWebhook(id, SignatureTimestamp.near(time, now, this.settings.tolerance()));
	}

	private static boolean isOne(List<byte[]> right, byte[] given) {
		return right.stream().anyMatch((code) -> HmacSigner.isSame(code, given));
	}

	/** Signatures of another version, or that are none, are like no code. */
	private static byte[] code(String signature) {
		try {
			return signature.startsWith("v1,") ? Base64.getDecoder().decode(signature.substring(3)) : new byte[0];
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

}
