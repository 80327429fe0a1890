package org.parley.webhook.provider;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.parley.webhook.provider.verification.InboundRequest;
import org.parley.webhook.provider.verification.RequiredHeaders;
import org.parley.webhook.provider.verification.SignatureRefusal;
import org.parley.webhook.provider.verification.SignatureRefusedException;
import org.parley.webhook.provider.verification.SignatureTimestamp;
import org.parley.webhook.provider.verification.VerifiedWebhook;
import org.parley.webhook.provider.verification.WebhookProvider;
import org.parley.webhook.signature.HmacSigner;

/**
 * Verifies {@code id.timestamp.body}, signed with a shared secret, in hexadecimal. The
 * names of the headers are configurable.
 */
final class HmacProvider implements WebhookProvider {

	/** An id must not end with a timestamp, so that the signed text is unambiguous. */
	private static final Pattern ID = Pattern.compile("\\A(?!.*\\.\\d{9,12}$)[!-~]{1,200}");

	private static final Pattern SIGNATURE = Pattern.compile("sha256=([0-9a-fA-F]{64})");

	private final ProviderSettings settings;

	private final List<byte[]> keys;

	HmacProvider(ProviderSettings settings) {
		this.settings = settings;
		this.keys = settings.keys();
	}

	@Override
	public VerifiedWebhook verify(InboundRequest request, Instant now) {
		var id = match(request.header(this.settings.idHeader()), ID);
		var time = match(request.header(this.settings.timestampHeader()), RequiredHeaders.DIGITS);
		var given = HexFormat.of().parseHex(code(request.header(this.settings.signatureHeader())));
		var start = (id + "." + time + ".").getBytes(StandardCharsets.UTF_8);
		var body = request.body();
		if (this.keys.stream().noneMatch((key) -> HmacSigner.isSame(HmacSigner.of(key, start, body), given))) {
			throw new SignatureRefusedException(SignatureRefusal.BAD_SIGNATURE);
		}
		return new VerifiedWebhook(id, SignatureTimestamp.parse(time, now, this.settings.tolerance()));
	}

	private static String match(@Nullable String value, Pattern form) {
		return RequiredHeaders.match(value, form).group();
	}

	private static String code(@Nullable String signature) {
		return RequiredHeaders.match(signature, SIGNATURE).group(1);
	}

}
