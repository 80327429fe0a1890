package org.parley.system;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayResponse;

/** Sends webhooks to Parley, signed as the providers {@code hmac} and {@code mail}. */
public final class WebhookSender {

	private final String secret;

	/** Creates a sender with the shared secret. */
	public WebhookSender(String secret) {
		this.secret = secret;
	}

	/** Sends a signed webhook; the same id sends the same webhook. */
	public GatewayResponse send(ApiUser caller, String id) {
		return send(caller.with("Content-Type", "application/json"), "hmac", id, body(id));
	}

	/**
	 * Passes a mail of a person on, as the provider {@code mail} of development; the same
	 * id sends the same mail.
	 */
	public GatewayResponse sendMail(ApiUser caller, String id, String mime) {
		return send(caller.with("Content-Type", "message/rfc822"), "mail", id, mime);
	}

	/** Sends a webhook with an invalid signature. */
	public GatewayResponse sendForged(ApiUser caller, String id) {
		return send(caller.with("Content-Type", "application/json"), "hmac", id, now(), "0".repeat(64), body(id));
	}

	private GatewayResponse send(ApiUser caller, String provider, String id, String body) {
		var now = now();
		var signed = "%s.%s.%s".formatted(id, now, body);
		var code = HexFormat.of().formatHex(HmacSignature.of(this.secret.getBytes(StandardCharsets.UTF_8), signed));
		return send(caller, provider, id, now, code, body);
	}

	private static GatewayResponse send(ApiUser caller, String provider, String id, String timestamp, String code,
			String body) {
		return caller.with("X-Webhook-Id", id)
			.with("X-Webhook-Timestamp", timestamp)
			.with("X-Webhook-Signature", "sha256=" + code)
			.post("/webhook/" + provider, body);
	}

	private static String body(String id) {
		return "{\"type\": \"order.paid\", \"order\": \"%s\"}".formatted(id);
	}

	private static String now() {
		return String.valueOf(Instant.now().getEpochSecond());
	}

}
