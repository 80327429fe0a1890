package org.parley.launcher.checks;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.parley.launcher.checks.Arrivals.Arrival;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.WebhookReceiver;
import org.parley.launcher.client.WebhookSender;
import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.writers.write.SendWebhookWrite;
import tools.jackson.databind.json.JsonMapper;

/** Other systems: some tell Parley something, one wants to be told of every reply. */
public final class ExternalSystems implements AutoCloseable {

	private static final int AT_A_TIME = 4;

	private static final Duration PAUSE = Duration.ofMillis(250);

	private final Supplier<ApiUser> administrator;

	private final SendWebhookWrite sendWebhookWrite;

	private final WebhookReceiver webhookReceiver = WebhookReceiver.open();

	private final String subscription;

	private final String secret;

	/**
	 * They are known to Parley from now on.
	 * @param administrator signs one in
	 * @param secret of those who tell something
	 */
	public ExternalSystems(Supplier<ApiUser> administrator, String secret) {
		this.administrator = administrator;
		var admin = administrator.get();
		this.sendWebhookWrite = new SendWebhookWrite(admin.gateway(), new WebhookSender(secret));
		this.sendWebhookWrite.tell().orElseThrow().is(200);
		var wish = Map.of("url", this.webhookReceiver.url(), "events", List.of("post.created"), "description",
				"A drill");
		var made = admin.post("/webhook/subscriptions", wish).is(201);
		this.subscription = made.text("/data/id");
		this.secret = made.text("/data/secret");
	}

	/** Several tell something at a time, again and again, for as long as they are to. */
	public void tell(BooleanSupplier longer) {
		IntStream.range(0, AT_A_TIME)
			.mapToObj((_) -> CompletableFuture.runAsync(() -> tellAll(longer), Thread::startVirtualThread))
			.toList()
			.forEach(CompletableFuture::join);
	}

	private void tellAll(BooleanSupplier longer) {
		while (longer.getAsBoolean()) {
			this.sendWebhookWrite.tell();
			Await.pass(PAUSE);
		}
	}

	/** What they have told, and what they were answered. */
	Ledger ledger() {
		return this.sendWebhookWrite.ledger();
	}

	/** As what Parley knows the one who wants to be told. */
	String subscription() {
		return this.subscription;
	}

	/** What that one was told of these posts. */
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
