package org.parley.webhook.provider;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.HmacSha256;
import org.parley.webhook.provider.verification.InboundRequest;
import org.parley.webhook.provider.verification.RequiredHeaders;
import org.parley.webhook.provider.verification.SignatureRefusal;
import org.parley.webhook.provider.verification.SignatureRefusedException;
import org.parley.webhook.provider.verification.VerifiedWebhook;
import org.parley.webhook.provider.verification.WebhookProvider;

/**
 * Verifies webhooks of GitHub, which signs only the body. The signature identifies the
 * event, since the id in the header is not signed. Nor is the type, which only the log
 * shows.
 *
 * @see <a href=
 * "https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries">
 * Validating webhook deliveries</a>
 */
final class GitHubProvider implements WebhookProvider {

	private static final Pattern SIGNATURE = Pattern.compile("sha256=([0-9a-f]{64})");

	private static final Pattern TYPE = Pattern.compile("[a-z_]{1,100}");

	private final List<byte[]> keys;

	GitHubProvider(ProviderSettings settings) {
		this.keys = settings.keys();
	}

	@Override
	public VerifiedWebhook verify(InboundRequest request, Instant now) {
		var signature = RequiredHeaders.match(request.header("X-Hub-Signature-256"), SIGNATURE).group(1);
		var given = HexFormat.of().parseHex(signature);
		var body = request.body();
		if (this.keys.stream().noneMatch((key) -> MessageDigest.isEqual(HmacSha256.of(key, body), given))) {
			throw new SignatureRefusedException(SignatureRefusal.BAD_SIGNATURE);
		}
		return new VerifiedWebhook(signature, null, type(request.header("X-GitHub-Event")));
	}

	private static @Nullable String type(@Nullable String header) {
		return (header != null && TYPE.matcher(header).matches()) ? header : null;
	}

}
