package org.parley.webhook.provider;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

import org.parley.webhook.signature.HmacSigner;

/**
 * GitHub signs the body alone, and says no time. So what tells a repetition is the body's
 * code and not the id in the header, which anybody could change.
 *
 * @see <a href=
 * "https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries">
 * Validating webhook deliveries</a>
 */
final class GitHubProvider implements WebhookProvider {

	private static final Pattern SIGNATURE = Pattern.compile("sha256=([0-9a-f]{64})");

	private final List<byte[]> keys;

	GitHubProvider(ProviderSettings settings) {
		this.keys = settings.secrets().stream().map((secret) -> secret.getBytes(StandardCharsets.UTF_8)).toList();
	}

	@Override
	public VerifiedWebhook verify(InboundRequest request, Instant now) {
		var signature = RequiredHeaders.matching(request.header("X-Hub-Signature-256"), SIGNATURE).group(1);
		var given = HexFormat.of().parseHex(signature);
		var body = request.body();
		if (this.keys.stream().noneMatch((key) -> HmacSigner.isSame(HmacSigner.of(key, body), given))) {
			throw new SignatureRefusedException(SignatureRefusal.BAD_SIGNATURE);
		}
		return new VerifiedWebhook(signature, null);
	}

}
