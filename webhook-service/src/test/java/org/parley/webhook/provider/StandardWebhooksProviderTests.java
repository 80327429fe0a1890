package org.parley.webhook.provider;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.webhook.provider.ProviderSettings.Scheme;
import org.parley.webhook.provider.verification.InboundRequest;
import org.parley.webhook.signature.StandardSecret;
import org.parley.webhook.provider.verification.WebhookProvider;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

class StandardWebhooksProviderTests implements ProviderContract.Timed {

	@Override
	public WebhookProvider provider(String... secrets) {
		return new ProviderSettings(Scheme.STANDARD, List.of(secrets), "", "", "", Duration.ofMinutes(5), null, null)
			.provider();
	}

	@Override
	public HttpHeaders signed(String id, Instant at, byte[] body) {
		var headers = new HttpHeaders();
		headers.set("webhook-id", id);
		headers.set("webhook-timestamp", String.valueOf(at.getEpochSecond()));
		headers.set("webhook-signature", new StandardSecret(SECRET).sign(id, at.getEpochSecond(), body));
		return headers;
	}

	@Test
	void oneValidSignatureAmongSeveralSuffices() {
		var body = "{}".getBytes(StandardCharsets.UTF_8);
		var headers = signed("evt-1", NOW, body);
		headers.set("webhook-signature", "v1a,abc v1,AAAA " + headers.getFirst("webhook-signature"));
		assertThat(provider(SECRET).verify(new InboundRequest(headers, body), NOW).eventId()).isEqualTo("evt-1");
	}

}
