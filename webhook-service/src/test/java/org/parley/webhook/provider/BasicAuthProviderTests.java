package org.parley.webhook.provider;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.webhook.provider.ProviderSettings.Scheme;
import org.parley.webhook.provider.verification.InboundRequest;
import org.parley.webhook.provider.verification.WebhookProvider;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BasicAuthProviderTests {

	private static final byte[] BODY = "{\"RecordType\":\"Bounce\"}".getBytes(StandardCharsets.UTF_8);

	private final WebhookProvider provider = of("postmark:k7Zu4gX0Jq2sVw9E", "postmark:Yh3Lr8Tn5Bc1Pd6M");

	@ParameterizedTest
	@ValueSource(strings = { "postmark:k7Zu4gX0Jq2sVw9E", "postmark:Yh3Lr8Tn5Bc1Pd6M" })
	void knownCredentialsAreAccepted(String credentials) {
		for (var scheme : List.of("Basic ", "basic ", "BASIC ")) {
			var webhook = this.provider.verify(new InboundRequest(headers(scheme + base64(credentials)), BODY),
					ProviderContract.NOW);
			assertThat(webhook.sentAt()).isNull();
			assertThat(webhook.eventId()).hasSize(64);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "postmark:k7Zu4gX0Jq2sVw9e", "Postmark:k7Zu4gX0Jq2sVw9E", "postmark:", ":", "postmark",
			"postmark:k7Zu4gX0Jq2sVw9E ", "" })
	void otherCredentialsAreRefused(String credentials) {
		ProviderContract.refuses(this.provider, headers("Basic " + base64(credentials)), BODY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Basic", "Basic ", "Bearer cG9zdG1hcms6azdadTRnWDBKcTJzVnc5RQ==",
			"postmark:k7Zu4gX0Jq2sVw9E", "Basic \u2620" })
	void otherHeadersAreRefused(String header) {
		ProviderContract.refuses(this.provider, headers(header), BODY);
	}

	@Test
	void missingOrRepeatedHeaderIsRefused() {
		ProviderContract.refuses(this.provider, new HttpHeaders(), BODY);
		var twice = headers("Basic " + base64("postmark:k7Zu4gX0Jq2sVw9E"));
		twice.add("Authorization", "Basic x");
		ProviderContract.refuses(this.provider, twice, BODY);
	}

	@Test
	void secretWithoutUserIsRefusedAtStart() {
		assertThatIllegalArgumentException().isThrownBy(() -> of("k7Zu4gX0Jq2sVw9E"))
			.withMessageContaining("user:password");
	}

	private static WebhookProvider of(String... secrets) {
		return new ProviderSettings(Scheme.BASIC, List.of(secrets), "", "", "", Duration.ofMinutes(5), null, null)
			.provider();
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private static HttpHeaders headers(String authorization) {
		var headers = new HttpHeaders();
		headers.set("Authorization", authorization);
		return headers;
	}

}
