package org.parley.launcher.client;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/** Sends webhooks to Parley, signed as the provider {@code hmac}. */
public final class WebhookSender {

	private final String secret;

	/** Creates a sender with the shared secret. */
	public WebhookSender(String secret) {
		this.secret = secret;
	}

	/** Sends a signed webhook; the same id sends the same webhook. */
	public GatewayResponse send(ApiUser caller, String id) {
		var now = now();
		var signed = "%s.%s.%s".formatted(id, now, body(id));
		return send(caller, id, now,
				HexFormat.of().formatHex(HmacSignature.of(this.secret.getBytes(StandardCharsets.UTF_8), signed)));
	}

	/** Sends a webhook with an invalid signature. */
	public GatewayResponse sendForged(ApiUser caller, String id) {
		return send(caller, id, now(), "0".repeat(64));
	}

	private static GatewayResponse send(ApiUser caller, String id, String timestamp, String signature) {
		return caller.with("Content-Type", "application/json")
			.with("X-Webhook-Id", id)
			.with("X-Webhook-Timestamp", timestamp)
			.with("X-Webhook-Signature", "sha256=" + signature)
			.post("/webhook/hmac", body(id));
	}

	private static String body(String id) {
		return "{\"type\": \"order.paid\", \"order\": \"%s\"}".formatted(id);
	}

	private static String now() {
		return String.valueOf(Instant.now().getEpochSecond());
	}

}
