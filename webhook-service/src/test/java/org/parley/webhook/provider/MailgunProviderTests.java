package org.parley.webhook.provider;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.HmacSha256;
import org.parley.webhook.provider.ProviderSettings.Scheme;
import org.parley.webhook.provider.verification.InboundRequest;
import org.parley.webhook.provider.verification.SignatureRefusal;
import org.parley.webhook.provider.verification.SignatureRefusedException;
import org.parley.webhook.provider.verification.VerifiedWebhook;
import org.parley.webhook.provider.verification.WebhookProvider;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MailgunProviderTests {

	private static final Instant NOW = ProviderContract.NOW;

	private static final String KEY = "key-3ax6xnjp29jd6fds4gc373sgvjxteol0";

	private static final String TOKEN = "a8ce0edb2dd8301dee6c2405235584e45aa91d1e9f979f3de0";

	private final WebhookProvider provider = new ProviderSettings(Scheme.MAILGUN, List.of("another-key-0123456", KEY),
			"", "", "", Duration.ofMinutes(5), null, null)
		.provider();

	/** The order of Mailgun, and others that JSON allows. */
	@ParameterizedTest
	@ValueSource(strings = { "{\"signature\":SIGNATURE,\"event-data\":{\"event\":\"failed\"}}",
			"{\"event-data\":{\"signature\":{\"token\":\"x\"},\"tags\":[{\"a\":1}]},\"signature\":SIGNATURE}",
			" {\n\"a\":[[1],{}],\"b\":null,\"signature\":SIGNATURE}" })
	void signedTokenIsAccepted(String form) {
		assertThat(verify(form.replace("SIGNATURE", signature(NOW, TOKEN, KEY))))
			.isEqualTo(new VerifiedWebhook(TOKEN, NOW));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[]", "null", "{", "{\"signature\":\"x\"}", "{\"signature\":[]}",
			"{\"signature\":{}}", "{\"signature\":{\"token\":\"x\"", "[{\"signature\":SIGNATURE}]",
			"{\"event-data\":{\"signature\":SIGNATURE}}", "{\"Signature\":SIGNATURE}", "signature=SIGNATURE", "☠" })
	void otherBodiesAreRefused(String form) {
		assertRefused(form.replace("SIGNATURE", signature(NOW, TOKEN, KEY)), SignatureRefusal.BAD_SIGNATURE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "another-key-012345", "key-3ax6xnjp29jd6fds4gc373sgvjxteol1" })
	void otherKeyIsRefused(String key) {
		assertRefused("{\"signature\":%s}".formatted(signature(NOW, TOKEN, key)), SignatureRefusal.BAD_SIGNATURE);
	}

	@Test
	void changedTokenOrTimeIsRefused() {
		var signature = signature(NOW, TOKEN, KEY);
		assertRefused("{\"signature\":%s}".formatted(signature.replace("a8ce", "b8ce")),
				SignatureRefusal.BAD_SIGNATURE);
		assertRefused("{\"signature\":%s}".formatted(
				signature.replace(String.valueOf(NOW.getEpochSecond()), String.valueOf(NOW.getEpochSecond() + 1))),
				SignatureRefusal.BAD_SIGNATURE);
	}

	/** A longer time and a shorter token would have the same signed text. */
	@Test
	void borderBetweenTimeAndTokenCannotMove() {
		var signature = signature(NOW, "1" + TOKEN, KEY);
		assertRefused("{\"signature\":%s}".formatted(signature
			.replace("\"timestamp\":\"" + NOW.getEpochSecond(), "\"timestamp\":\"" + NOW.getEpochSecond() + "1")
			.replace("\"1" + TOKEN, "\"" + TOKEN)), SignatureRefusal.STALE);
	}

	@ParameterizedTest
	@ValueSource(longs = { -301, 301, 100_000 })
	void staleTimeIsRefused(long seconds) {
		assertRefused("{\"signature\":%s}".formatted(signature(NOW.plusSeconds(seconds), TOKEN, KEY)),
				SignatureRefusal.STALE);
	}

	private VerifiedWebhook verify(String body) {
		return this.provider.verify(new InboundRequest(new HttpHeaders(), body.getBytes(StandardCharsets.UTF_8)), NOW);
	}

	private void assertRefused(String body, SignatureRefusal refusal) {
		assertThatExceptionOfType(SignatureRefusedException.class).isThrownBy(() -> verify(body))
			.satisfies((refused) -> assertThat(refused.refusal()).isEqualTo(refusal));
	}

	private static String signature(Instant at, String token, String key) {
		var code = HexFormat.of()
			.formatHex(HmacSha256.of(key.getBytes(StandardCharsets.UTF_8),
					(at.getEpochSecond() + token).getBytes(StandardCharsets.UTF_8)));
		return "{\"token\":\"%s\",\"timestamp\":\"%d\",\"signature\":\"%s\"}".formatted(token, at.getEpochSecond(),
				code);
	}

}
