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
import org.parley.webhook.provider.verification.WebhookProvider;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

class StripeProviderTests implements ProviderContract.Timed {

	private static final byte[] BODY = "{\"id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8);

	@Override
	public WebhookProvider provider(String... secrets) {
		return new ProviderSettings(Scheme.STRIPE, List.of(secrets), "", "", "", Duration.ofMinutes(5), null, null)
			.provider();
	}

	@Override
	public HttpHeaders signed(String id, Instant at, byte[] body) {
		return headers("t=%d,v1=%s".formatted(at.getEpochSecond(), code(at, body)));
	}

	/** As after a rotation of the secret, and beside a signature of another version. */
	@Test
	void oneOfSeveralSignaturesSuffices() {
		var header = "t=%d,v1=%s,v1=%s,v0=%s".formatted(NOW.getEpochSecond(), "ab".repeat(32), code(NOW, BODY),
				"cd".repeat(32));
		assertThat(provider(SECRET).verify(new InboundRequest(headers(header), BODY), NOW).sentAt()).isEqualTo(NOW);
	}

	@Test
	void repetitionWithOtherValuesHasSameEventId() {
		assertThat(idOf("{\"id\":\"evt_1\",\"pending_webhooks\":2}"))
			.isEqualTo(idOf("{\"id\":\"evt_1\",\"pending_webhooks\":1}"))
			.isNotEqualTo(idOf("{\"id\":\"evt_2\",\"pending_webhooks\":2}"));
		assertThat(idOf("{\"id\":1}")).isNotEqualTo(idOf("{\"id\":\"\"}"));
	}

	private String idOf(String event) {
		var body = event.getBytes(StandardCharsets.UTF_8);
		return provider(SECRET).verify(new InboundRequest(signed("", NOW, body), body), NOW).eventId();
	}

	@ParameterizedTest
	@ValueSource(strings = { "t=T,v0=CODE", "t=T,v2=CODE", "v1=CODE", "t=T", "t=T,v1=CODE00", "t=T,v1=", "t=T v1=CODE",
			"t=Tx,v1=CODE", "t=T,t=T,v1=CODE", "v1=CODE,t=T" })
	void otherFormsAreRefused(String form) {
		var header = form.replace("CODE", code(NOW, BODY)).replace("T", String.valueOf(NOW.getEpochSecond()));
		ProviderContract.refuses(provider(SECRET), headers(header), BODY);
	}

	private static String code(Instant at, byte[] body) {
		return HexFormat.of()
			.formatHex(HmacSha256.of(SECRET.getBytes(StandardCharsets.UTF_8),
					(at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8), body));
	}

	private static HttpHeaders headers(String signature) {
		var headers = new HttpHeaders();
		headers.set("Stripe-Signature", signature);
		return headers;
	}

}
