package org.parley.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.parley.demo.stage.DemoState;
import org.parley.demo.stage.DemoStep;
import org.parley.launcher.client.Await;
import org.parley.system.WebhookReceiver;
import org.parley.system.WebhookSender;

/** Incoming and outgoing webhooks. */
final class WebhookChapter {

	private static final Duration SOON = Duration.ofSeconds(20);

	private final DemoState demoState;

	private final WebhookSender provider;

	WebhookChapter(DemoState demoState, String secret) {
		this.demoState = demoState;
		this.provider = new WebhookSender(secret);
	}

	List<DemoStep> steps() {
		return List.of(new DemoStep("A signed webhook is accepted once", this::signed),
				new DemoStep("A worker processes it, and the admin finds it in the log", this::processed),
				new DemoStep("A forged webhook is refused and logged", this::forged),
				new DemoStep("A subscribed endpoint receives a signed webhook about a new post", this::delivered));
	}

	private String signed() {
		var id = this.demoState.store("hook", this.demoState.unique("hook"));
		var first = this.provider.send(this.demoState.guest(), id).is(200).has("X-Correlation-Id");
		var again = this.provider.send(this.demoState.guest(), id).is(200);
		return "%s: %s, and again %s".formatted(id, first.at("/data"), again.at("/data"));
	}

	private String processed() {
		this.demoState.user("bob").get("/webhook/logs").refused(403, "auth.forbidden");
		var log = Await.within(SOON,
				() -> this.demoState.user("admin")
					.get("/webhook/logs?provider=hmac&status=processed&limit=100")
					.is(200)
					.has("/data", "to hold it", (data) -> data.toString().contains(this.demoState.value("hook"))));
		return "%d processed".formatted(log.at("/data").size());
	}

	private String forged() {
		var id = this.demoState.unique("forged");
		var refusal = this.provider.sendForged(this.demoState.guest(), id).refused(401, "webhook.bad-signature");
		Await.within(SOON,
				() -> this.demoState.user("admin")
					.get("/webhook/logs?status=refused&limit=100")
					.is(200)
					.has("/data", "to hold the forged one", (data) -> !data.isEmpty()));
		return refusal.refusal();
	}

	private String delivered() {
		try (var webhookReceiver = WebhookReceiver.open()) {
			return delivered(webhookReceiver);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

	private String delivered(WebhookReceiver webhookReceiver) throws InterruptedException {
		var bob = this.demoState.user("bob");
		bob.post("/webhook/subscriptions", Map.of("url", webhookReceiver.url(), "events", List.of("user.registered")))
			.refused(400, "request.invalid");
		var subscription = bob
			.post("/webhook/subscriptions", Map.of("url", webhookReceiver.url(), "events", List.of("post.created")))
			.is(201);
		var post = bob.post("/posts", Map.of("threadId", this.demoState.value("thread"), "content", "Tell the world."))
			.is(201)
			.text("/data/id");
		var received = received(webhookReceiver, post);
		subscription.expect(received.isSignedWith(subscription.text("/data/secret")),
				"a signature that its receiver can verify, not " + received.signature());
		bob.delete("/webhook/subscriptions/" + subscription.text("/data/id")).is(204);
		return "%s, signed %s".formatted(received.id(), received.signature());
	}

	private static WebhookReceiver.Delivery received(WebhookReceiver webhookReceiver, String post)
			throws InterruptedException {
		while (true) {
			var next = webhookReceiver.deliveries().poll(SOON.toSeconds(), TimeUnit.SECONDS);
			if (next == null) {
				throw new IllegalStateException("The endpoint received no webhook about " + post);
			}
			if (next.body().contains(post)) {
				return next;
			}
		}
	}

}
