package org.parley.webhook.provider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.webhook.provider.ProviderSettings.Scheme;
import org.parley.webhook.provider.verification.InboundRequest;
import org.parley.webhook.provider.verification.VerifiedWebhook;
import org.parley.webhook.provider.verification.WebhookProvider;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SendGridProviderTests implements ProviderContract.Timed {

	/** The published example of SendGrid's libraries. */
	private static final String KEY = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==";

	private static final Instant TIME = Instant.ofEpochSecond(1_600_112_502);

	private static final String SIGNATURE = "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=";

	private static final String BODY = "[{\"email\":\"hello@world.com\",\"event\":\"dropped\",\"reason\":\"Bounced Address\","
			+ "\"sg_event_id\":\"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA\","
			+ "\"sg_message_id\":\"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0\","
			+ "\"smtp-id\":\"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>\",\"timestamp\":1600112492}]\r\n";

	private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();

	@Override
	public WebhookProvider provider(String... secrets) {
		return of(Arrays.stream(secrets)
			.map((secret) -> Base64.getEncoder().encodeToString(key(secret).getPublic().getEncoded()))
			.toList());
	}

	@Override
	public HttpHeaders signed(String id, Instant at, byte[] body) {
		try {
			var signature = Signature.getInstance("SHA256withECDSA");
			signature.initSign(key(SECRET).getPrivate());
			signature.update(String.valueOf(at.getEpochSecond()).getBytes(StandardCharsets.UTF_8));
			signature.update(body);
			return headers(String.valueOf(at.getEpochSecond()), Base64.getEncoder().encodeToString(signature.sign()));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void publishedExampleIsAccepted() {
		assertThat(verify("1600112502", BODY).sentAt()).isEqualTo(TIME);
	}

	@Test
	void publishedExampleIsRefusedWithOtherTimeOrBody() {
		ProviderContract.refuses(of(List.of(KEY)), headers("1600112503", SIGNATURE), bytes(BODY));
		ProviderContract.refuses(of(List.of(KEY)), headers("1600112502", SIGNATURE), bytes(BODY.strip()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "not base64, sixteen", "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE" })
	void otherKeysAreRefusedAtStart(String key) {
		assertThatIllegalArgumentException().isThrownBy(() -> of(List.of(key)))
			.withMessageContaining("verification key of SendGrid");
	}

	private static VerifiedWebhook verify(String time, String body) {
		return of(List.of(KEY)).verify(new InboundRequest(headers(time, SIGNATURE), bytes(body)), TIME);
	}

	private static WebhookProvider of(List<String> keys) {
		return new ProviderSettings(Scheme.SENDGRID, keys, "", "", "", Duration.ofMinutes(5), null, null).provider();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static HttpHeaders headers(String time, String signature) {
		var headers = new HttpHeaders();
		headers.set("X-Twilio-Email-Event-Webhook-Timestamp", time);
		headers.set("X-Twilio-Email-Event-Webhook-Signature", signature);
		return headers;
	}

	private static KeyPair key(String secret) {
		return KEYS.computeIfAbsent(secret, (name) -> {
			try {
				var generator = KeyPairGenerator.getInstance("EC");
				generator.initialize(new ECGenParameterSpec("secp256r1"));
				return generator.generateKeyPair();
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

}
