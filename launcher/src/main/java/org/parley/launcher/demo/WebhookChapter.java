package org.parley.launcher.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.parley.launcher.client.Answer;
import org.parley.launcher.client.Patience;

/** Other systems tell Parley something, and are told something by it. */
final class WebhookChapter {

	private static final Duration SOON = Duration.ofSeconds(20);

	private final Scene scene;

	private final String secret;

	private final BlockingQueue<Delivered> delivered = new LinkedBlockingQueue<>();

	WebhookChapter(Scene scene, String secret) {
		this.scene = scene;
		this.secret = secret;
	}

	List<Step> steps() {
		return List.of(new Step("A signed webhook is received, once", this::signed),
				new Step("A worker processes it, and the admin sees it", this::processed),
				new Step("A forged one is refused, and seen", this::forged),
				new Step("An admin's own endpoint is told of a new post, signed", this::told));
	}

	private String signed() {
		var id = this.scene.keep("hook", this.scene.unique("hook"));
		var first = send(id).is(200).has("X-Correlation-Id");
		var again = send(id).is(200);
		return "%s: %s, and again %s".formatted(id, first.at("/data"), again.at("/data"));
	}

	private String processed() {
		this.scene.person("bob").get("/webhook/logs").refused(403, "auth.forbidden");
		var log = Patience.within(SOON,
				() -> this.scene.person("admin")
					.get("/webhook/logs?provider=hmac&status=processed&limit=100")
					.is(200)
					.has("/data", "to hold it", (data) -> data.toString().contains(this.scene.prop("hook"))));
		return "%d processed".formatted(log.at("/data").size());
	}

	private String forged() {
		var id = this.scene.unique("forged");
		var refusal = send(id, now(), "sha256=" + "0".repeat(64)).refused(401, "webhook.bad-signature");
		Patience.within(SOON,
				() -> this.scene.person("admin")
					.get("/webhook/logs?status=refused&limit=100")
					.is(200)
					.has("/data", "to hold the forged one", (data) -> !data.isEmpty()));
		return refusal.refusal();
	}

	private String told() {
		var server = listening();
		try {
			return told("http://127.0.0.1:%d/parley".formatted(server.getAddress().getPort()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
		finally {
			server.stop(0);
		}
	}

	private String told(String url) throws InterruptedException {
		this.scene.person("bob")
			.post("/webhook/subscriptions", Map.of("url", url, "events", List.of("post.created")))
			.refused(403, "auth.forbidden");
		var subscription = this.scene.person("admin")
			.post("/webhook/subscriptions", Map.of("url", url, "events", List.of("post.created")))
			.is(201);
		var post = this.scene.person("bob")
			.post("/posts", Map.of("threadId", this.scene.prop("thread"), "content", "Tell the world."))
			.is(201)
			.text("/data/id");
		var received = received(post);
		subscription.expect(received.signature().contains(v1(subscription.text("/data/secret"), received)),
				"a signature that its receiver can verify, not " + received.signature());
		this.scene.person("admin").delete("/webhook/subscriptions/" + subscription.text("/data/id")).is(204);
		return "%s, signed %s".formatted(received.id(), received.signature());
	}

	private Delivered received(String post) throws InterruptedException {
		while (true) {
			var next = this.delivered.poll(SOON.toSeconds(), TimeUnit.SECONDS);
			if (next == null) {
				throw new IllegalStateException("Nobody told the endpoint of " + post);
			}
			if (next.body().contains(post)) {
				return next;
			}
		}
	}

	private HttpServer listening() {
		try {
			var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/parley", this::receive);
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void receive(HttpExchange exchange) throws IOException {
		try (exchange) {
			var headers = exchange.getRequestHeaders();
			var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			this.delivered.add(new Delivered(headers.getFirst("webhook-id"), headers.getFirst("webhook-timestamp"),
					headers.getFirst("webhook-signature"), body));
			exchange.sendResponseHeaders(204, -1);
		}
	}

	private Answer send(String id) {
		var now = now();
		return send(id, now, signature(id, now));
	}

	private Answer send(String id, String timestamp, String signature) {
		return this.scene.guest()
			.with("Content-Type", "application/json")
			.with("X-Webhook-Id", id)
			.with("X-Webhook-Timestamp", timestamp)
			.with("X-Webhook-Signature", signature)
			.post("/webhook/hmac", body(id));
	}

	private static String body(String id) {
		return "{\"type\": \"order.paid\", \"order\": \"%s\"}".formatted(id);
	}

	private static String now() {
		return String.valueOf(Instant.now().getEpochSecond());
	}

	private String signature(String id, String timestamp) {
		var signed = "%s.%s.%s".formatted(id, timestamp, body(id));
		return "sha256=" + HexFormat.of().formatHex(hmac(this.secret.getBytes(StandardCharsets.UTF_8), signed));
	}

	/**
	 * What an endpoint computes to know who speaks.
	 * @see <a href=
	 * "https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
	 * Webhooks</a>
	 */
	private static String v1(String secret, Delivered received) {
		var key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
		var signed = "%s.%s.%s".formatted(received.id(), received.timestamp(), received.body());
		return "v1," + Base64.getEncoder().encodeToString(hmac(key, signed));
	}

	private static byte[] hmac(byte[] key, String text) {
		try {
			var mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What the endpoint was sent. */
	private record Delivered(String id, String timestamp, String signature, String body) {
	}

}
