package org.parley.webhook.provider;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

import org.parley.webhook.provider.verification.InboundRequest;
import org.parley.webhook.provider.verification.RequiredHeaders;
import org.parley.webhook.provider.verification.SignatureRefusal;
import org.parley.webhook.provider.verification.SignatureRefusedException;
import org.parley.webhook.provider.verification.SignatureTimestamp;
import org.parley.webhook.provider.verification.VerifiedWebhook;
import org.parley.webhook.provider.verification.WebhookProvider;
import org.parley.webhook.signature.HmacSigner;

/**
 * Verifies webhooks of Stripe: {@code t} and one or more {@code v1} in one header, with
 * an HMAC over {@code t.body}. Other versions are ignored.
 *
 * @see <a href="https://docs.stripe.com/webhooks#verify-manually">Verify webhook
 * signatures manually</a>
 */
final class StripeProvider implements WebhookProvider {

	private static final Pattern HEADER = Pattern.compile("t=([0-9]{1,18})((?:,v[0-9]=[0-9a-f]{1,128}){1,10})");

	private static final Pattern CODE = Pattern.compile(",v1=([0-9a-f]{64})(?![0-9a-f])");

	private final ProviderSettings settings;

	private final List<byte[]> keys;

	StripeProvider(ProviderSettings settings) {
		this.settings = settings;
		this.keys = settings.keys();
	}

	@Override
	public VerifiedWebhook verify(InboundRequest request, Instant now) {
		var header = RequiredHeaders.match(request.header("Stripe-Signature"), HEADER);
		var time = header.group(1);
		var start = (time + ".").getBytes(StandardCharsets.US_ASCII);
		var body = request.body();
		var expected = this.keys.stream().map((key) -> HmacSigner.of(key, start, body)).toList();
		if (CODE.matcher(header.group(2))
			.results()
			.map((code) -> HexFormat.of().parseHex(code.group(1)))
			.noneMatch((given) -> expected.stream().anyMatch((code) -> HmacSigner.isSame(code, given)))) {
			throw new SignatureRefusedException(SignatureRefusal.BAD_SIGNATURE);
		}
		return VerifiedWebhook.ofBody(body, SignatureTimestamp.parse(time, now, this.settings.tolerance()));
	}

}
