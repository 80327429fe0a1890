package org.parley.launcher.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.parley.launcher.client.Endpoint;
import org.parley.launcher.client.Patience;
import org.parley.launcher.client.WebhookProvider;

/** Other systems tell Parley something, and are told something by it. */
final class WebhookChapter {

	private static final Duration SOON = Duration.ofSeconds(20);

	private final Scene scene;

	private final WebhookProvider provider;

	WebhookChapter(Scene scene, String secret) {
		this.scene = scene;
		this.provider = new WebhookProvider(secret);
	}

	List<Step> steps() {
		return List.of(new Step("A signed webhook is received, once", this::signed),
				new Step("A worker processes it, and the admin sees it", this::processed),
				new Step("A forged one is refused, and seen", this::forged),
				new Step("An admin's own endpoint is told of a new post, signed", this::told));
	}

	private String signed() {
		var id = this.scene.keep("hook", this.scene.unique("hook"));
		var first = this.provider.tell(this.scene.guest(), id).is(200).has("X-Correlation-Id");
		var again = this.provider.tell(this.scene.guest(), id).is(200);
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
		var refusal = this.provider.forge(this.scene.guest(), id).refused(401, "webhook.bad-signature");
		Patience.within(SOON,
				() -> this.scene.person("admin")
					.get("/webhook/logs?status=refused&limit=100")
					.is(200)
					.has("/data", "to hold the forged one", (data) -> !data.isEmpty()));
		return refusal.refusal();
	}

	private String told() {
		try (var endpoint = Endpoint.open()) {
			return told(endpoint);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

	private String told(Endpoint endpoint) throws InterruptedException {
		var wish = Map.of("url", endpoint.url(), "events", List.of("post.created"));
		this.scene.person("bob").post("/webhook/subscriptions", wish).refused(403, "auth.forbidden");
		var subscription = this.scene.person("admin").post("/webhook/subscriptions", wish).is(201);
		var post = this.scene.person("bob")
			.post("/posts", Map.of("threadId", this.scene.prop("thread"), "content", "Tell the world."))
			.is(201)
			.text("/data/id");
		var received = received(endpoint, post);
		subscription.expect(received.isSignedWith(subscription.text("/data/secret")),
				"a signature that its receiver can verify, not " + received.signature());
		this.scene.person("admin").delete("/webhook/subscriptions/" + subscription.text("/data/id")).is(204);
		return "%s, signed %s".formatted(received.id(), received.signature());
	}

	private static Endpoint.Delivery received(Endpoint endpoint, String post) throws InterruptedException {
		while (true) {
			var next = endpoint.deliveries().poll(SOON.toSeconds(), TimeUnit.SECONDS);
			if (next == null) {
				throw new IllegalStateException("Nobody told the endpoint of " + post);
			}
			if (next.body().contains(post)) {
				return next;
			}
		}
	}

}
