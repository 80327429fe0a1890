package org.parley.webhook.delivery.sending;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestUser;
import org.parley.webhook.WebhookIT;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The schedule of an installation from the subscription to its end, by the running worker
 * on a clock that the test moves.
 */
@TestPropertySource(properties = "parley.webhooks.deliveries.retries=0s,5s,5m,30m,2h,5h,10h,14h,20h,24h")
class TenStepsIT extends WebhookIT {

	/** The pauses after each attempt but the last. */
	private static final List<Duration> PAUSES = Stream.of("5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h")
		.map((pause) -> Duration.parse("PT" + pause))
		.toList();

	/** Longer than the test waits for anything. */
	private static final Duration MARGIN = Duration.ofMinutes(2);

	private final WireMockServer server = new WireMockServer(options().dynamicPort());

	private final TestUser owner = TestUser.with("user");

	@Autowired
	private AmqpAdmin admin;

	private String failing = "";

	private String healthy = "";

	@BeforeEach
	void subscribe() {
		this.server.start();
		this.server.stubFor(post("/failing").willReturn(aResponse().withStatus(500)));
		this.server.stubFor(post("/healthy").willReturn(aResponse().withStatus(204)));
		this.failing = subscribe("/failing");
		this.healthy = subscribe("/healthy");
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void failingEndpointIsTriedTenTimesWarnedAboutAndDisabled() {
		var notices = listen("webhook-endpoint.*");
		var id = publishCategory();
		for (var pause : PAUSES) {
			assertThat(poll(notices)).as("before the last attempt").isNull();
			awaitNextAttempt(id, pause);
		}
		soon().until(() -> status(delivery(id)).equals("failed"));
		assertThat(requests("/failing")).hasSize(PAUSES.size() + 1)
			.allMatch((request) -> Objects.equals(request.getHeader("webhook-id"), id));
		assertThat(requests("/failing").stream().map(LoggedRequest::getBodyAsString).distinct()).hasSize(1);
		assertThat(next(notices)).contains("webhook-endpoint.failing", this.owner.id());
		assertThat(status(subscription())).isEqualTo("active");

		var end = Instant.parse(subscription().path("disabledAt").asString());
		moveTo(end.minus(MARGIN));
		var late = publishCategory();
		soon().until(() -> attempts(late) > 0);
		assertThat(status(subscription())).isEqualTo("active");
		moveTo(end);
		wakeWorker();
		soon().until(() -> status(subscription()).equals("disabled"));
		assertThat(next(notices)).contains("webhook-endpoint.stopped", this.owner.id(), "\"failures\"");
		soon().until(() -> status(delivery(late)).equals("cancelled"));

		var made = requests("/failing").size();
		this.clock.move(Duration.ofDays(2));
		publishCategory();
		wakeWorker();
		assertThat(requests("/failing")).as("a disabled subscription").hasSize(made);
		assertThat(poll(notices)).as("a notice each").isNull();
	}

	/** Sees that an attempt is made after its pause, and none before. */
	private void awaitNextAttempt(String id, Duration pause) {
		soon().until(() -> attempts(id) > 0 && attempts(id) == requests("/failing").size());
		var made = attempts(id);
		var waiting = delivery(id);
		var tried = Instant.parse(waiting.path("attempts").get(made - 1).path("at").asString());
		var due = Instant.parse(waiting.path("nextAt").asString());
		assertThat(Duration.between(tried, due)).isBetween(pause, pause.plus(pause.dividedBy(10)));
		if (pause.compareTo(MARGIN) > 0) {
			moveTo(due.minus(MARGIN));
			wakeWorker();
			assertThat(requests("/failing")).as("before " + pause).hasSize(made);
		}
		moveTo(due);
		wakeWorker();
		soon().until(() -> requests("/failing").size() > made);
	}

	/**
	 * Sends something to another endpoint, so the worker has looked at all that is due.
	 */
	private void wakeWorker() {
		var sent = requests("/healthy").size();
		var test = this.api.call(this.owner, "POST", "/subscriptions/" + this.healthy + "/test", null);
		assertThat(test.status()).as(test.toString()).isEqualTo(202);
		soon().until(() -> requests("/healthy").size() > sent);
	}

	private void moveTo(Instant time) {
		var ahead = Duration.between(this.clock.instant(), time).plusMillis(1);
		if (ahead.isPositive()) {
			this.clock.move(ahead);
		}
	}

	private String publishCategory() {
		return publish("category.changed", (
				data) -> data.withObject("/category").put("id", Ids.next()).put("readers", "anyone").put("version", 1));
	}

	private String subscribe(String path) {
		var events = List.of(path.equals("/failing") ? "category.changed" : "category.removed");
		var created = this.api.call(this.owner, "POST", "/subscriptions",
				Map.of("url", "http://127.0.0.1:" + this.server.port() + path, "events", events));
		assertThat(created.status()).as(created.toString()).isEqualTo(201);
		return created.id();
	}

	private JsonNode subscription() {
		return this.api.call(this.owner, "GET", "/subscriptions/" + this.failing, null).data();
	}

	/** The delivery of a message, as its owner sees it. */
	private JsonNode delivery(String message) {
		var log = this.api.call(this.owner, "GET", "/subscriptions/" + this.failing + "/deliveries", null).data();
		return log.valueStream()
			.filter((one) -> one.path("webhookId").asString().equals(message))
			.findFirst()
			.orElseGet(MissingNode::getInstance);
	}

	private int attempts(String message) {
		return delivery(message).path("attempts").size();
	}

	private static String status(JsonNode shown) {
		return shown.path("status").asString();
	}

	private List<LoggedRequest> requests(String path) {
		return this.server.findAll(postRequestedFor(urlEqualTo(path)));
	}

	private Queue listen(String types) {
		var queue = Objects.requireNonNull(this.admin.declareQueue());
		this.admin.declareBinding(BindingBuilder.bind(queue).to(new TopicExchange("webhook.events")).with(types));
		return queue;
	}

	private @Nullable String poll(Queue queue) {
		var message = this.rabbit.receive(queue.getName());
		return (message != null) ? new String(message.getBody(), StandardCharsets.UTF_8) : null;
	}

	private String next(Queue queue) {
		var event = soon().until(() -> poll(queue), Objects::nonNull);
		assertThat(EventContract.violations(Objects.requireNonNull(event))).isEmpty();
		return event;
	}

}
