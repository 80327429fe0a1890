package org.parley.system;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayClient;
import org.parley.system.WebhookReceiver.Delivery;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookReceiverTests {

	/** The example of the Standard Webhooks libraries. */
	private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

	private static final Delivery EXAMPLE = new Delivery("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330",
			"v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "{\"test\": 2432232314}");

	@Test
	void receivedWebhooksAreKept() {
		try (var endpoint = WebhookReceiver.open(); var caller = new GatewayClient(URI.create(endpoint.url()))) {
			var headers = Map.of("webhook-id", EXAMPLE.id(), "webhook-timestamp", EXAMPLE.timestamp(),
					"webhook-signature", EXAMPLE.signature());
			new ApiUser(caller, headers).post("", EXAMPLE.body()).is(204);
			assertThat(endpoint.deliveries()).containsExactly(EXAMPLE);
		}
	}

	@Test
	void signatureIsVerified() {
		assertThat(EXAMPLE.isSignedWith(SECRET)).isTrue();
		assertThat(EXAMPLE.isSignedWith("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")).isFalse();
		assertThat(new Delivery(EXAMPLE.id(), EXAMPLE.timestamp(), EXAMPLE.signature(), "{}").isSignedWith(SECRET))
			.isFalse();
	}

}
