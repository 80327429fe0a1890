package org.parley.launcher.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.parley.launcher.client.Await;
import org.parley.launcher.client.WebhookReceiver;
import org.parley.launcher.client.WebhookSender;

/** Other systems tell Parley something, and are told something by it. */
final class WebhookChapter {

	private static final Duration SOON = Duration.ofSeconds(20);

	private final DemoState demoState;

	private final WebhookSender provider;

	WebhookChapter(DemoState demoState, String secret) {
		this.demoState = demoState;
		this.provider = new WebhookSender(secret);
	}

	List<DemoStep> steps() {
		return List.of(new DemoStep("A signed webhook is received, once", this::signed),
				new DemoStep("A worker processes it, and the admin sees it", this::processed),
				new DemoStep("A forged one is refused, and seen", this::forged),
				new DemoStep("An admin's own endpoint is told of a new post, signed", this::told));
	}

	private String signed() {
		var id = this.demoState.keep("hook", this.demoState.unique("hook"));
		var first = this.provider.tell(this.demoState.guest(), id).is(200).has("X-Correlation-Id");
		var again = this.provider.tell(this.demoState.guest(), id).is(200);
		return "%s: %s, and again %s".formatted(id, first.at("/data"), again.at("/data"));
	}

	private String processed() {
		this.demoState.person("bob").get("/webhook/logs").refused(403, "auth.forbidden");
		var log = Await.within(SOON,
				() -> this.demoState.person("admin")
					.get("/webhook/logs?provider=hmac&status=processed&limit=100")
					.is(200)
					.has("/data", "to hold it", (data) -> data.toString().contains(this.demoState.prop("hook"))));
		return "%d processed".formatted(log.at("/data").size());
	}

	private String forged() {
		var id = this.demoState.unique("forged");
		var refusal = this.provider.forge(this.demoState.guest(), id).refused(401, "webhook.bad-signature");
		Await.within(SOON,
				() -> this.demoState.person("admin")
					.get("/webhook/logs?status=refused&limit=100")
					.is(200)
					.has("/data", "to hold the forged one", (data) -> !data.isEmpty()));
		return refusal.refusal();
	}

	private String told() {
		try (var webhookReceiver = WebhookReceiver.open()) {
			return told(webhookReceiver);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

	private String told(WebhookReceiver webhookReceiver) throws InterruptedException {
		var wish = Map.of("url", webhookReceiver.url(), "events", List.of("post.created"));
		this.demoState.person("bob").post("/webhook/subscriptions", wish).refused(403, "auth.forbidden");
		var subscription = this.demoState.person("admin").post("/webhook/subscriptions", wish).is(201);
		var post = this.demoState.person("bob")
			.post("/posts", Map.of("threadId", this.demoState.prop("thread"), "content", "Tell the world."))
			.is(201)
			.text("/data/id");
		var received = received(webhookReceiver, post);
		subscription.expect(received.isSignedWith(subscription.text("/data/secret")),
				"a signature that its receiver can verify, not " + received.signature());
		this.demoState.person("admin").delete("/webhook/subscriptions/" + subscription.text("/data/id")).is(204);
		return "%s, signed %s".formatted(received.id(), received.signature());
	}

	private static WebhookReceiver.Delivery received(WebhookReceiver webhookReceiver, String post)
			throws InterruptedException {
		while (true) {
			var next = webhookReceiver.deliveries().poll(SOON.toSeconds(), TimeUnit.SECONDS);
			if (next == null) {
				throw new IllegalStateException("Nobody told the endpoint of " + post);
			}
			if (next.body().contains(post)) {
				return next;
			}
		}
	}

}
