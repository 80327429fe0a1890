package org.parley.resilience.checks;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.resilience.checks.Arrivals.Arrival;
import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.writers.write.SendWebhookWrite;
import org.parley.system.WebhookReceiver;
import org.parley.system.WebhookSender;
import tools.jackson.databind.json.JsonMapper;

/**
 * External systems: some send webhooks to Parley, and one subscribes to every new post.
 */
public final class ExternalSystems implements AutoCloseable {

	private static final int SENDERS = 4;

	private static final Duration PAUSE = Duration.ofMillis(250);

	private final Supplier<ApiUser> administrator;

	private final SendWebhookWrite sendWebhookWrite;

	private final WebhookReceiver webhookReceiver = WebhookReceiver.open();

	private final String subscription;

	private final String secret;

	/**
	 * Registers the webhook subscription.
	 * @param administrator signs in an administrator
	 * @param secret the signing secret of sent webhooks
	 */
	public ExternalSystems(Supplier<ApiUser> administrator, String secret) {
		this.administrator = administrator;
		var admin = administrator.get();
		this.sendWebhookWrite = new SendWebhookWrite(admin.gateway(), new WebhookSender(secret));
		this.sendWebhookWrite.sendNext().orElseThrow().is(200);
		var request = Map.of("url", this.webhookReceiver.url(), "events", List.of("post.created"), "description",
				"A drill");
		var created = admin.post("/webhook/subscriptions", request).is(201);
		this.subscription = created.text("/data/id");
		this.secret = created.text("/data/secret");
	}

	/** Sends webhooks from several senders while the condition holds. */
	public void sendWhile(BooleanSupplier condition) {
		IntStream.range(0, SENDERS)
			.mapToObj((_) -> CompletableFuture.runAsync(() -> sendAll(condition), Thread::startVirtualThread))
			.toList()
			.forEach(CompletableFuture::join);
	}

	private void sendAll(BooleanSupplier condition) {
		while (condition.getAsBoolean()) {
			this.sendWebhookWrite.sendNext();
			Await.sleep(PAUSE);
		}
	}

	/** Returns the sent webhooks. */
	Ledger ledger() {
		return this.sendWebhookWrite.ledger();
	}

	/** Returns the id of the subscription. */
	String subscription() {
		return this.subscription;
	}

	/** Returns the received webhooks about the given posts. */
	Arrivals deliveries(Collection<String> posts) {
		return new Arrivals(this.webhookReceiver.deliveries()
			.stream()
			.filter((delivery) -> delivery.isSignedWith(this.secret))
			.map((delivery) -> new Arrival(post(delivery.body()), delivery.id()))
			.filter((delivery) -> posts.contains(delivery.about()))
			.toList());
	}

	private static String post(String body) {
		return JsonMapper.shared().readTree(body).at("/data/post/id").asString("");
	}

	@Override
	public void close() {
		try (this.webhookReceiver) {
			this.administrator.get().delete("/webhook/subscriptions/" + this.subscription).is(204);
		}
	}

}
