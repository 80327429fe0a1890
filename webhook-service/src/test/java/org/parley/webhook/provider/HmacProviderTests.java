package org.parley.webhook.provider;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.platform.domain.HmacSha256;
import org.parley.webhook.provider.ProviderSettings.Scheme;
import org.parley.webhook.provider.verification.WebhookProvider;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HmacProviderTests implements ProviderContract.Timed {

	@Override
	public WebhookProvider provider(String... secrets) {
		return new ProviderSettings(Scheme.HMAC, List.of(secrets), "X-Webhook-Id", "X-Webhook-Timestamp",
				"X-Webhook-Signature", Duration.ofMinutes(5), null, null)
			.provider();
	}

	@Override
	public HttpHeaders signed(String id, Instant at, byte[] body) {
		var headers = new HttpHeaders();
		var start = id + "." + at.getEpochSecond() + ".";
		var code = HmacSha256.of(SECRET.getBytes(StandardCharsets.UTF_8), start.getBytes(StandardCharsets.UTF_8), body);
		headers.set("X-Webhook-Id", id);
		headers.set("X-Webhook-Timestamp", String.valueOf(at.getEpochSecond()));
		headers.set("X-Webhook-Signature", "sha256=" + HexFormat.of().formatHex(code));
		return headers;
	}

	@Test
	void bodyStartingWithTimestampIsRefused() {
		var later = NOW.plusSeconds(60).getEpochSecond();
		var whole = signed("evt-1", NOW, (later + ".{}").getBytes(StandardCharsets.UTF_8));
		whole.set("X-Webhook-Id", "evt-1." + NOW.getEpochSecond());
		whole.set("X-Webhook-Timestamp", String.valueOf(later));
		ProviderContract.refuses(provider(SECRET), whole, "{}".getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void outOfRangeTimestampIsStale() {
		var headers = signed("evt-1", Instant.ofEpochSecond(Long.MAX_VALUE / 1_000_000_000), new byte[0]);
		headers.set("X-Webhook-Timestamp", "999999999999999999");
		ProviderContract.refuses(provider(SECRET), headers, new byte[0]);
	}

	@Test
	void shortSecretIsRejectedAtStartup() {
		assertThatIllegalArgumentException().isThrownBy(() -> provider("short")).withMessageContaining("16");
	}

}
