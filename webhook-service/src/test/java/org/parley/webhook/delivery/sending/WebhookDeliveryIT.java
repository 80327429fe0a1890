package org.parley.webhook.delivery.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.runtime.ProcessRole;
import org.parley.webhook.WebhookIT;
import org.parley.webhook.delivery.Deliveries;
import org.parley.webhook.delivery.DeliverySettings;
import org.parley.webhook.delivery.DeliverySignal;
import org.parley.webhook.delivery.DeliveryStatus;
import org.parley.webhook.delivery.WebhookDelivery;
import org.parley.webhook.delivery.WebhookMessage;
import org.parley.webhook.signature.StandardSecret;
import org.parley.webhook.subscription.EndpointHealth;
import org.parley.webhook.subscription.WebhookSubscriptions;
import org.parley.webhook.visibility.MessageSubject;
import org.parley.webhook.visibility.Visibility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

/** Deliveries reach endpoints as documented. */
class WebhookDeliveryIT extends WebhookIT {

	private static final WireMockServer SERVER = new WireMockServer(options().dynamicPort().containerThreads(40));

	/** Without the polls of the worker and of other parts of the service. */
	private static final Set<String> COUNTED = Set.of("find subscriptions", "find forum_threads",
			"find forum_categories", "find forum_posts", "update forum_threads", "update forum_posts",
			"insert deliveries", "update deliveries", "insert inbox", "bulkWrite", "commitTransaction");

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private Deliveries deliveries;

	@Autowired
	private SendDeliveries sendDeliveries;

	@Autowired
	private PostWebhook postWebhook;

	@Autowired
	private RecordDeliveryOutcome recordDeliveryOutcome;

	@Autowired
	private WebhookSubscriptions webhookSubscriptions;

	@Autowired
	private EndpointHealth endpointHealth;

	@Autowired
	private DeliveryMetrics metrics;

	private String category = "";

	private String thread = "";

	private String post = "";

	private final List<String> subscriptions = new ArrayList<>();

	@BeforeAll
	static void start() {
		SERVER.start();
	}

	@AfterAll
	static void stop() {
		SERVER.stop();
	}

	@BeforeEach
	void arrange() {
		SERVER.resetAll();
		this.category = Ids.next();
		this.thread = Ids.next();
		this.post = Ids.next();
		publishReaders("anyone", 1);
	}

	@AfterEach
	void unsubscribe() {
		this.subscriptions.forEach((id) -> this.api.call(this.api.admin(), "DELETE", "/subscriptions/" + id, null));
	}

	@Test
	void postIsDeliveredWithSignature() {
		stubResponse("/hook", 200);
		var subscription = subscribe("/hook", "post.created");
		var event = publishPost("post.created", "active", 0);
		var request = onlyRequest("/hook");
		assertThat(request.getHeader("webhook-id")).isEqualTo(event);
		assertThat(request.getHeader("User-Agent")).startsWith("Parley");
		var body = request.getBody();
		var time = Long.parseLong(request.getHeader("webhook-timestamp"));
		assertThat(request.getHeader("webhook-signature")).isEqualTo(secret(subscription).sign(event, time, body));
		var payload = JsonMapper.builder().build().readTree(body);
		assertThat(payload.path("type").asString()).isEqualTo("post.created");
		assertThat(payload.at("/data/post/id").asString()).isEqualTo(this.post);
		assertThat(payload.at("/data/post/content").asString()).isNotBlank();
		soon().untilAsserted(
				() -> assertThat(log(subscription).path(0).path("status").asString()).isEqualTo("delivered"));
		assertThat(log(subscription).path(0).at("/attempts/0/status").asInt()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "thread.created", "thread.edited", "thread.locked", "thread.unlocked", "thread.pinned",
			"thread.unpinned", "thread.archived", "thread.moved", "thread.split", "thread.merged", "thread.restored",
			"thread.removed", "post.created", "post.edited", "post.moved", "post.removed", "post.restored",
			"answer.accepted", "answer.withdrawn" })
	void eventOfEachTypeIsDelivered(String type) {
		stubResponse("/hook", 200);
		subscribe("/hook", type);
		var event = publish(type, (data) -> {
			data.withObject("/thread").put("id", this.thread);
			data.withObject("/thread/category").put("id", this.category);
			Stream.of("post", "reference")
				.filter(data::has)
				.forEach((post) -> data.withObject("/" + post).put("id", this.post));
		});
		assertThat(onlyRequest("/hook").getHeader("webhook-id")).isEqualTo(event);
	}

	@Test
	void repeatedEventIsDeliveredOnce() {
		stubResponse("/hook", 200);
		var subscription = subscribe("/hook", "post.created", "post.edited");
		var event = (ObjectNode) JsonMapper.builder()
			.build()
			.readTree(org.parley.platform.test.EventContract.example("post.created"));
		event.put("id", Ids.next());
		setIds(event.withObject("/data"), "active", 0);
		send(event.toString());
		send(event.toString());
		var last = publishPost("post.edited", "active", 1);
		soon()
			.untilAsserted(() -> assertThat(requests("/hook")).extracting((request) -> request.getHeader("webhook-id"))
				.contains(event.path("id").stringValue(), last));
		assertThat(log(subscription)).hasSize(2);
		assertThat(requests("/hook")).hasSize(2);
	}

	@Test
	void onlySubscribedTypesAreDelivered() {
		stubResponse("/hook", 200);
		var subscription = subscribe("/hook", "post.removed");
		publishPost("post.created", "active", 0);
		var last = publishRemoved(1);
		assertThat(onlyRequest("/hook").getHeader("webhook-id")).isEqualTo(last);
		assertThat(log(subscription)).hasSize(1);
	}

	@Test
	void eventWithoutSubscriptionWritesNothing() {
		stubResponse("/hook", 200);
		subscribe("/hook", "post.removed");
		var sent = commandsOfOnePost();
		assertThat(sent).containsExactly("find subscriptions");
	}

	@Test
	void eventWithSubscriptionCostsFewCommands() {
		stubResponse("/hook", 200);
		subscribe("/hook", "post.created");
		var sent = commandsOfOnePost();
		onlyRequest("/hook");
		assertThat(sent).startsWith("find subscriptions", "find forum_posts", "find forum_threads",
				"find forum_categories", "insert deliveries");
		assertThat(sent).filteredOn((command) -> command.startsWith("insert")).hasSize(1);
		assertThat(sent).filteredOn((command) -> command.startsWith("find forum")).hasSizeLessThanOrEqualTo(6);
		assertThat(sent).doesNotContain("insert inbox", "bulkWrite", "commitTransaction");
	}

	/** The commands of one event after a first one, without the worker's claims. */
	private List<String> commandsOfOnePost() {
		var warm = handledPosts();
		publishPost("post.created", "held", 0);
		soon().until(() -> handledPosts() > warm);
		this.post = Ids.next();
		return this.commands.during(() -> {
			var handled = handledPosts();
			publishPost("post.created", "active", 0);
			soon().until(() -> handledPosts() > handled);
		}).stream().map(WebhookDeliveryIT::name).filter(COUNTED::contains).toList();
	}

	/** Events are published by a bulkWrite. */
	private static String name(BsonDocument command) {
		var target = Objects.requireNonNull(command.get(command.getFirstKey()));
		return command.getFirstKey() + (target.isString() ? " " + target.asString().getValue() : "");
	}

	@Test
	void closedCategoryIsNotDelivered() {
		stubResponse("/hook", 200);
		publishReaders("moderator", 2);
		var subscription = subscribe("/hook", "post.created", "post.edited");
		var handled = handledPosts();
		publishPost("post.created", "active", 0);
		soon().until(() -> handledPosts() > handled);
		publishReaders("anyone", 3);
		this.post = Ids.next();
		publishPost("post.created", "held", 0);
		this.post = Ids.next();
		var last = publishPost("post.created", "active", 0);
		assertThat(onlyRequest("/hook").getHeader("webhook-id")).isEqualTo(last);
		assertThat(log(subscription)).hasSize(1);
	}

	@Test
	void closedCategoryIsRemovedForThoseWhoLoseIt() {
		stubResponse("/hook", 200);
		var subscription = subscribe("/hook", "category.changed", "category.removed");
		var event = publish("category.changed", (data) -> {
			data.put("readersBefore", "anyone");
			data.withObject("/category").put("id", this.category).put("readers", "moderator").put("version", 2);
		});
		var request = onlyRequest("/hook");
		assertThat(request.getHeader("webhook-id")).isEqualTo(event);
		assertThat(request.getBodyAsString()).contains("\"type\":\"category.removed\"", this.category)
			.doesNotContain("slug");
		assertThat(log(subscription)).hasSize(1);
	}

	@Test
	void threadWithoutItsTagIsRemovedForThoseWhoWantThatTag() {
		stubResponse("/hook", 200);
		var subscription = this.api.post("/subscriptions", Map.of("url", SERVER.baseUrl() + "/hook", "events",
				List.of("thread.created", "thread.edited", "thread.removed"), "tags", List.of("tomato")));
		this.subscriptions.add(subscription.id());
		publish("thread.created", (data) -> {
			data.withObject("/post").put("id", this.post);
			data.withObject("/thread").put("id", this.thread).put("version", 0).putArray("tags").add("tomato");
			data.withObject("/thread/category").put("id", this.category);
		});
		assertThat(onlyRequest("/hook").getBodyAsString()).contains("thread.created");
		var edited = publishTags("zz", 1);
		soon().untilAsserted(() -> assertThat(requests("/hook")).hasSize(2));
		assertThat(requests("/hook").getLast().getHeader("webhook-id")).isEqualTo(edited);
		assertThat(requests("/hook").getLast().getBodyAsString()).contains("\"type\":\"thread.removed\"");
	}

	@Test
	void outdatedEditTakesNoTagAway() {
		stubResponse("/hook", 200);
		var subscription = this.api.post("/subscriptions", Map.of("url", SERVER.baseUrl() + "/hook", "events",
				List.of("thread.edited", "thread.removed"), "tags", List.of("tomato")));
		this.subscriptions.add(subscription.id());
		publishTags("tomato", 2);
		assertThat(onlyRequest("/hook").getBodyAsString()).contains("thread.edited");
		publishTags("zz", 1);
		publishTags("tomato", 3);
		soon().untilAsserted(() -> assertThat(requests("/hook")).hasSize(2));
		assertThat(requests("/hook")).allMatch((request) -> request.getBodyAsString().contains("thread.edited"));
	}

	@Test
	void whatMovesOutOfSightIsRemovedForSubscribers() {
		stubResponse("/hook", 200);
		var subscription = subscribe("/hook", "thread.moved", "thread.removed", "post.moved", "post.removed");
		var from = this.category;
		this.category = Ids.next();
		publishReaders("moderator", 1);
		var thread = publish("thread.moved", (data) -> {
			data.withObject("/thread").put("id", this.thread).put("version", 1);
			data.withObject("/thread/category").put("id", this.category);
			data.withObject("/from").put("id", from);
		});
		var post = publish("post.moved", (data) -> {
			data.put("version", 1).withObject("/reference").put("id", this.post);
			data.withObject("/post").put("id", this.post).put("version", 1);
			data.withObject("/thread/category").put("id", this.category);
			data.withObject("/from/category").put("id", from);
		});
		soon()
			.untilAsserted(() -> assertThat(requests("/hook")).extracting((request) -> request.getHeader("webhook-id"))
				.containsExactlyInAnyOrder(thread, post));
		assertThat(log(subscription)).extracting((delivery) -> delivery.path("type").asString())
			.containsExactlyInAnyOrder("thread.removed", "post.removed");
	}

	@Test
	void contentRemovedWhileWaitingIsWithheld() {
		SERVER.stubFor(post("/hook").willReturn(aResponse().withStatus(503).withHeader("Retry-After", "1000")));
		var subscription = subscribe("/hook", "post.created");
		publishPost("post.created", "active", 0);
		soon().untilAsserted(() -> assertThat(log(subscription).path(0).path("tries").asInt()).isEqualTo(1));
		stubResponse("/hook", 200);
		publishRemoved(1);
		soon().untilAsserted(() -> assertThat(this.mongo.getCollection("forum_posts")
			.countDocuments(new org.bson.Document("_id", this.post).append("readable", false))).isEqualTo(1));
		this.clock.move(Duration.ofSeconds(1_001));
		soon()
			.untilAsserted(() -> assertThat(log(subscription).path(0).path("status").asString()).isEqualTo("withheld"));
		assertThat(requests("/hook")).hasSize(1);
	}

	@Test
	void restoredContentIsDelivered() {
		stubResponse("/hook", 200);
		var subscription = subscribe("/hook", "post.restored", "thread.restored");
		publishRemoved(1);
		var post = publishPost("post.restored", "active", 2);
		// A delivery that waits while its thread is removed would be dropped
		assertThat(onlyRequest("/hook").getHeader("webhook-id")).isEqualTo(post);
		publishThread("thread.removed", "removed", 1);
		var thread = publishThread("thread.restored", "open", 2);
		soon()
			.untilAsserted(() -> assertThat(requests("/hook")).extracting((request) -> request.getHeader("webhook-id"))
				.containsExactlyInAnyOrder(post, thread));
		assertThat(log(subscription)).hasSize(2);
	}

	@Test
	void deliveryWaitsForUnknownCategory() {
		stubResponse("/hook", 200);
		this.category = Ids.next();
		subscribe("/hook", "post.created");
		var event = publishPost("post.created", "active", 0);
		soon().untilAsserted(() -> assertThat(this.deliveries.countOpen()).isPositive());
		publishReaders("anyone", 1);
		this.clock.move(Duration.ofSeconds(6));
		assertThat(onlyRequest("/hook").getHeader("webhook-id")).isEqualTo(event);
	}

	@Test
	void retryHasSameIdAndBody() {
		SERVER.stubFor(post("/hook").inScenario("ill")
			.whenScenarioStateIs(Scenario.STARTED)
			.willReturn(aResponse().withStatus(500).withBody("oops"))
			.willSetStateTo("worse"));
		SERVER.stubFor(post("/hook").inScenario("ill")
			.whenScenarioStateIs("worse")
			.willReturn(aResponse().withFixedDelay(6_000))
			.willSetStateTo("well"));
		SERVER.stubFor(
				post("/hook").inScenario("ill").whenScenarioStateIs("well").willReturn(aResponse().withStatus(204)));
		var subscription = subscribe("/hook", "post.created");
		publishPost("post.created", "active", 0);
		soon().untilAsserted(
				() -> assertThat(log(subscription).path(0).path("status").asString()).isEqualTo("delivered"));
		assertThat(requests("/hook")).hasSize(3);
		assertThat(requests("/hook").stream().map((request) -> request.getHeader("webhook-id")).distinct()).hasSize(1);
		assertThat(requests("/hook").stream().map(LoggedRequest::getBodyAsString).distinct()).hasSize(1);
		var attempts = log(subscription).path(0).path("attempts");
		assertThat(attempts.path(0).path("answer").asString()).isEqualTo("oops");
		assertThat(attempts.get(1).path("error").asString()).isNotBlank();
		assertThat(attempts.get(2).path("status").asInt()).isEqualTo(204);
		soon().until(() -> this.api.get("/subscriptions/" + subscription.path("id").asString())
			.data()
			.path("failingSince")
			.isNull());
	}

	@Test
	void failedDeliveryCanBeRedelivered() {
		stubResponse("/hook", 400);
		var subscription = subscribe("/hook", "post.created");
		var event = publishPost("post.created", "active", 0);
		soon().untilAsserted(() -> assertThat(log(subscription).path(0).path("status").asString()).isEqualTo("failed"));
		assertThat(requests("/hook")).hasSize(4);
		stubResponse("/hook", 200);
		var path = "/subscriptions/" + subscription.path("id").asString() + "/deliveries/";
		var again = this.api.post(path + log(subscription).path(0).path("id").asString() + "/redeliver", null);
		assertThat(again.status()).as(again.toString()).isEqualTo(202);
		soon().untilAsserted(
				() -> assertThat(log(subscription).path(0).path("status").asString()).isEqualTo("delivered"));
		assertThat(requests("/hook").getLast().getHeader("webhook-id")).isEqualTo(event);
		assertThat(this.api.post(path + Ids.next() + "/redeliver", null).code()).isEqualTo("delivery.not-found");
	}

	@Test
	void waitingDeliveryIsSentNow() {
		SERVER.stubFor(post("/hook").willReturn(aResponse().withStatus(503).withHeader("Retry-After", "1000")));
		var subscription = subscribe("/hook", "post.created");
		publishPost("post.created", "active", 0);
		soon().untilAsserted(() -> assertThat(log(subscription).path(0).path("tries").asInt()).isEqualTo(1));
		stubResponse("/hook", 200);
		var path = "/subscriptions/" + subscription.path("id").asString() + "/deliveries/"
				+ log(subscription).path(0).path("id").asString() + "/redeliver";
		assertThat(this.api.post(path, null).status()).isEqualTo(202);
		soon().untilAsserted(() -> assertThat(delivered(subscription)).isEqualTo(1));
		assertThat(requests("/hook")).hasSize(2);
		assertThat(log(subscription).path(0).path("tries").asInt()).as("of the same round").isEqualTo(2);
	}

	@Test
	void waitingDeliveriesAreSentToAnotherAddressAtOnce() {
		SERVER.stubFor(post("/hook").willReturn(aResponse().withStatus(503).withHeader("Retry-After", "1000")));
		stubResponse("/mended", 200);
		var subscription = subscribe("/hook", "post.created");
		publishPost("post.created", "active", 0);
		soon().untilAsserted(() -> assertThat(log(subscription).path(0).path("tries").asInt()).isEqualTo(1));
		var changed = this.api.call(this.api.admin(), "PATCH", "/subscriptions/" + subscription.path("id").asString(),
				Map.of("url", SERVER.baseUrl() + "/mended"));
		assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
		soon().untilAsserted(() -> assertThat(delivered(subscription)).isEqualTo(1));
		assertThat(requests("/mended")).hasSize(1);
	}

	@Test
	void messagesOfATimeAreRedelivered() {
		stubResponse("/hook", 400);
		var subscription = subscribe("/hook", "post.created");
		var early = publishPost("post.created", "active", 0);
		soon().untilAsserted(() -> assertThat(log(subscription).path(0).path("status").asString()).isEqualTo("failed"));
		this.clock.move(Duration.ofHours(1));
		var from = this.clock.instant();
		var wanted = new ArrayList<String>();
		for (int i = 0; i < 3; i++) {
			this.post = Ids.next();
			wanted.add(publishPost("post.created", "active", 0));
		}
		soon().untilAsserted(() -> assertThat(
				this.api.get("/subscriptions/" + subscription.path("id").asString() + "/deliveries?status=failed")
					.data())
			.hasSize(4));
		SERVER.resetRequests();
		stubResponse("/hook", 200);
		var path = "/subscriptions/" + subscription.path("id").asString() + "/redeliver";
		var none = this.api.post(path, Map.of("from", from.minusSeconds(60).toString(), "until", from.toString()));
		assertThat(none.data().toString()).as(none.toString())
			.isEqualTo("{\"count\":0,\"more\":false,\"nextCursor\":null}");
		var backwards = this.api.post(path, Map.of("from", from.toString(), "until", from.toString()));
		assertThat(backwards.status()).isEqualTo(400);
		assertThat(backwards.toString()).contains("redelivery.until");
		var again = this.api.post(path, Map.of("from", from.toString()));
		assertThat(again.status()).isEqualTo(202);
		assertThat(again.data().path("count").asInt()).isEqualTo(3);
		soon().untilAsserted(() -> assertThat(delivered(subscription)).isEqualTo(3));
		assertThat(requests("/hook")).extracting((request) -> request.getHeader("webhook-id"))
			.containsExactlyInAnyOrderElementsOf(wanted)
			.doesNotContain(early);
	}

	@Test
	void cursorContinuesRedelivery() {
		stubResponse("/hook", 200);
		var subscription = subscribe("/hook", "post.created");
		publishPost("post.created", "active", 0);
		soon().untilAsserted(() -> assertThat(delivered(subscription)).isEqualTo(1));
		var one = Objects.requireNonNull(
				this.mongo.findOne(new Query(Criteria.where("subscription").is(subscription.path("id").asString())),
						WebhookDelivery.class));
		var message = one.message();
		this.mongo.insertAll(Stream
			.generate(() -> new WebhookMessage(Ids.next(), message.type(), message.at(), message.about(),
					message.people(), message.payload()))
			.limit(1_001)
			.map((another) -> new WebhookDelivery(another.id(), one.subscription(), another, DeliveryStatus.WITHHELD, 0,
					one.nextAt(), null, List.of(), one.createdAt(), one.createdAt()))
			.toList());
		publishReaders("moderator", 2);
		var path = "/subscriptions/" + one.subscription() + "/redeliver";
		var range = Map.of("from", one.createdAt().toString(), "status", "withheld");
		var first = this.api.post(path, range).data();
		assertThat(first.path("count").asInt()).isEqualTo(1_000);
		assertThat(first.path("more").asBoolean()).isTrue();
		var last = this.api
			.post(path,
					Map.of("from", range.get("from"), "status", "withheld", "cursor",
							first.path("nextCursor").asString()))
			.data();
		assertThat(last.toString()).isEqualTo("{\"count\":1,\"more\":false,\"nextCursor\":null}");
		var wrong = this.api.post(path, Map.of("from", range.get("from"), "cursor", "x"));
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.toString()).contains("cursor.invalid");
	}

	@Test
	void deliveryShowsRequestAndResponseWhileItMayBeRead() {
		SERVER.stubFor(post("/hook").willReturn(aResponse().withStatus(200).withBody("thanks")));
		var subscription = subscribe("/hook", "post.created");
		publishPost("post.created", "active", 0);
		soon().untilAsserted(() -> assertThat(delivered(subscription)).isEqualTo(1));
		var path = "/subscriptions/" + subscription.path("id").asString() + "/deliveries/"
				+ log(subscription).path(0).path("id").asString();
		var shown = this.api.get(path).data();
		assertThat(shown.path("request").asString()).isEqualTo(requests("/hook").getFirst().getBodyAsString());
		assertThat(shown.at("/attempts/0/answer").asString()).isEqualTo("thanks");
		assertThat(shown.at("/attempts/0/millis").isNumber()).isTrue();
		publishReaders("moderator", 2);
		assertThat(this.api.get(path).data().path("request").isNull()).isTrue();
		assertThat(this.api.get(path + "x").code()).isEqualTo("delivery.not-found");
	}

	/** The real schedule, on a clock that the worker does not reach. */
	@Test
	void failingDeliveryIsAttemptedTenTimesOnSchedule() {
		stubResponse("/hook", 500);
		var settings = new DeliverySettings(Stream.of("0s", "5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h")
			.map((pause) -> Duration.parse("PT" + pause))
			.toList(), 0.1, 2, Duration.ofSeconds(1), Duration.ofMinutes(1));
		var time = new AtomicReference<>(this.clock.instant().plus(Duration.ofDays(1_000)));
		var outcomes = new RecordDeliveryOutcome(this.deliveries, this.endpointHealth,
				new RetrySchedule(settings, new Random(7)), settings, this.metrics, time::get);
		var subscription = subscribe("/hook", "post.removed").path("id").asString();
		var message = new WebhookMessage(Ids.next(), "post.removed", time.get(), MessageSubject.NOTHING, Set.of(),
				"{}");
		this.deliveries.add(WebhookDelivery.of(subscription, message, time.get()));
		for (var pause : settings.retries()) {
			assertThat(claim(subscription, time.get().plus(pause).minusMillis(1))).as("before " + pause).isEmpty();
			time.updateAndGet((now) -> now.plus(pause).plusMillis(pause.toMillis() / 10 + 1));
			var claimed = claim(subscription, time.get());
			assertThat(claimed).as("after " + pause).hasSize(1);
			outcomes.record(List.of(attempted(claimed.getFirst())));
		}
		var done = this.mongo.find(new Query(Criteria.where("subscription").is(subscription)), WebhookDelivery.class)
			.getFirst();
		assertThat(done.status()).isEqualTo(DeliveryStatus.FAILED);
		assertThat(done.attempts()).hasSize(10);
		assertThat(requests("/hook")).hasSize(10)
			.allMatch((request) -> Objects.equals(request.getHeader("webhook-id"), message.id()));
	}

	@Test
	void goneEndpointEndsSubscription() {
		stubResponse("/hook", 410);
		var subscription = subscribe("/hook", "post.created");
		publishPost("post.created", "active", 0);
		var path = "/subscriptions/" + subscription.path("id").asString();
		soon().untilAsserted(() -> assertThat(this.api.get(path).data().path("status").asString()).isEqualTo("ended"));
		assertThat(requests("/hook")).hasSize(1);
		assertThat(this.api.call(this.api.admin(), "PATCH", path, Map.of("status", "active")).code())
			.isEqualTo("subscription.ended");
		assertThat(this.api.post(path + "/test", null).code()).isEqualTo("subscription.not-active");
	}

	@Test
	void answerOfFormerAddressSaysNothingAboutThePresentOne() {
		var id = subscribe("/former", "post.created").path("id").asString();
		var former = this.webhookSubscriptions.find(id).orElseThrow();
		var present = this.api.call(this.api.admin(), "PATCH", "/subscriptions/" + id,
				Map.of("url", "http://localhost:" + SERVER.port() + "/hook"));
		assertThat(present.status()).as(present.toString()).isEqualTo(200);
		this.endpointHealth.recordFailure(former);
		this.endpointHealth.recordGone(former);
		var seen = this.api.get("/subscriptions/" + id).data();
		assertThat(seen.path("status").asString()).isEqualTo("active");
		assertThat(seen.path("failingSince").isNull()).isTrue();
		this.endpointHealth.recordGone(this.webhookSubscriptions.find(id).orElseThrow());
		assertThat(this.api.get("/subscriptions/" + id).data().path("status").asString()).isEqualTo("ended");
	}

	@Test
	void endpointFailingFiveDaysIsDisabledUntilEnabled() {
		SERVER.stubFor(post("/hook").willReturn(aResponse().withStatus(500).withHeader("Retry-After", "80000")));
		var subscription = subscribe("/hook", "post.created");
		publishPost("post.created", "active", 0);
		var path = "/subscriptions/" + subscription.path("id").asString();
		soon().untilAsserted(() -> assertThat(this.api.get(path).data().path("failingSince").isNull()).isFalse());
		var end = this.api.get(path).data().path("disabledAt").asString();
		this.clock.move(Duration.ofHours(60).plusMinutes(1));
		soon().until(() -> !this.api.get(path).data().path("disabledAt").asString().equals(end));
		this.clock.move(Duration.ofHours(60).plusMinutes(1));
		soon()
			.untilAsserted(() -> assertThat(this.api.get(path).data().path("status").asString()).isEqualTo("disabled"));
		soon().untilAsserted(
				() -> assertThat(log(subscription).path(0).path("status").asString()).isEqualTo("cancelled"));
		stubResponse("/hook", 200);
		assertThat(this.api.call(this.api.admin(), "PATCH", path, Map.of("status", "active")).status()).isEqualTo(200);
		var last = publishPost("post.created", "active", 0);
		soon().untilAsserted(() -> assertThat(requests("/hook").getLast().getHeader("webhook-id")).isEqualTo(last));
	}

	@Test
	void slowEndpointDoesNotDelayOthers() {
		SERVER.stubFor(post("/slow").willReturn(aResponse().withStatus(200).withFixedDelay(800)));
		stubResponse("/fast", 200);
		var slow = subscribe("/slow", "post.created");
		var fast = subscribe("/fast", "post.created");
		for (int i = 0; i < 12; i++) {
			this.post = Ids.next();
			publishPost("post.created", "active", 0);
		}
		soon().untilAsserted(() -> assertThat(delivered(fast)).isEqualTo(12));
		assertThat(delivered(slow)).isLessThan(12);
		soon().untilAsserted(() -> assertThat(delivered(slow)).isEqualTo(12));
		assertThat(requests("/slow")).hasSize(tries(slow));
		assertThat(requests("/fast")).hasSize(tries(fast));
	}

	@Test
	void burstCostsFewCommandsAndHangingEndpointKeepsNobodyWaiting() {
		SERVER.stubFor(post("/hanging").willReturn(aResponse().withFixedDelay(6_000)));
		stubResponse("/failing", 503);
		stubResponse("/well", 200);
		var hanging = subscribe("/hanging", "post.removed").path("id").asString();
		var failing = subscribe("/failing", "post.removed").path("id").asString();
		var well = subscribe("/well", "post.removed");
		var due = this.clock.instant().plus(Duration.ofMinutes(1));
		for (var one : List.of(hanging, failing, well.path("id").asString())) {
			for (int i = 0; i < 200; i++) {
				var message = new WebhookMessage(Ids.next(), "post.removed", due, MessageSubject.NOTHING, Set.of(),
						"{}");
				this.deliveries.add(WebhookDelivery.of(one, message, due));
			}
		}
		var sent = this.commands.during(() -> {
			this.clock.move(Duration.ofMinutes(2));
			soon().untilAsserted(() -> assertThat(requests("/well")).hasSizeGreaterThanOrEqualTo(200));
		}).stream().map(WebhookDeliveryIT::name).filter((name) -> !name.startsWith("count")).toList();
		assertThat(sent.stream().filter((name) -> name.endsWith(" deliveries") || name.startsWith("bulkWrite")).count())
			.as(sent.toString())
			.isLessThan(200);
		assertThat(requests("/hanging")).hasSizeLessThan(20);
		soon().untilAsserted(() -> assertThat(delivered(well)).isEqualTo(200));
		assertThat(requests("/well").stream().map((request) -> request.getHeader("webhook-id")).distinct())
			.hasSize(200);
		assertThat(requests("/well")).hasSize(200);
	}

	/** Simulates a crash between the response and its record. */
	@Test
	void unrecordedAttemptIsRepeatedWithSameId() {
		stubResponse("/hook", 200);
		var subscription = subscribe("/hook", "post.removed");
		var id = subscription.path("id").asString();
		var message = new WebhookMessage(Ids.next(), "post.removed", this.clock.instant(), MessageSubject.NOTHING,
				Set.of(), "{}");
		var crashed = WebhookDelivery.of(id, message, this.clock.instant());
		this.deliveries.add(new WebhookDelivery(crashed.id(), id, message, DeliveryStatus.SENDING, 0,
				this.clock.instant().plus(Deliveries.LEASE), "crashed worker", List.of(), crashed.createdAt(), null));
		var claimed = this.deliveries.find(id, crashed.id()).orElseThrow();
		var attempted = attempted(claimed);
		assertThat(Objects.requireNonNull(attempted.outcome()).isSuccess()).isTrue();
		this.clock.move(Deliveries.LEASE.plusSeconds(1));
		soon().untilAsserted(
				() -> assertThat(log(subscription).path(0).path("status").asString()).isEqualTo("delivered"));
		assertThat(requests("/hook")).hasSize(2)
			.allMatch((request) -> Objects.equals(request.getHeader("webhook-id"), message.id()));
		this.recordDeliveryOutcome.record(List.of(attempted));
		assertThat(log(subscription).path(0).path("attempts").size()).isEqualTo(1);
	}

	@Test
	void concurrentWorkersSendEachDeliveryOnce() {
		stubResponse("/hook", 200);
		var other = new DeliveryWorker(
				this.deliveries, this.sendDeliveries, new EndpointLimits(new DeliverySettings(List.of(Duration.ZERO), 0,
						2, Duration.ofSeconds(1), Duration.ofMinutes(1))),
				new DeliverySignal(), ProcessRole.WORKER, this.clock);
		other.start();
		try {
			var subscription = subscribe("/hook", "post.created");
			for (int i = 0; i < 40; i++) {
				this.post = Ids.next();
				publishPost("post.created", "active", 0);
			}
			soon().untilAsserted(() -> assertThat(delivered(subscription)).isEqualTo(40));
			assertThat(requests("/hook")).hasSize(tries(subscription));
			assertThat(requests("/hook").stream().map((request) -> request.getHeader("webhook-id")).distinct())
				.hasSize(40);
		}
		finally {
			other.stop();
			other.close();
		}
	}

	@Test
	void bothSecretsSignDuringRotation() {
		stubResponse("/hook", 200);
		var subscription = subscribe("/hook", "post.created");
		var path = "/subscriptions/" + subscription.path("id").asString();
		var lost = new StandardSecret(this.api.post(path + "/rotate", null).data().path("secret").asString());
		var rotated = this.api.post(path + "/rotate", null);
		var fresh = new StandardSecret(rotated.data().path("secret").asString());
		assertThat(this.api.post(path + "/test", null).status()).isEqualTo(202);
		var request = onlyRequest("/hook");
		assertThat(signatures(request, fresh, lost, secret(subscription)))
			.isEqualTo(request.getHeader("webhook-signature"));
		assertThat(request.getBodyAsString()).contains("webhook.test");
		soon().untilAsserted(() -> assertThat(delivered(subscription)).isEqualTo(1));
		this.clock.move(Duration.ofHours(25));
		SERVER.resetRequests();
		this.api.post(path + "/test", null);
		var later = onlyRequest("/hook");
		assertThat(signatures(later, fresh)).isEqualTo(later.getHeader("webhook-signature"));
	}

	@Test
	void secretsAreNeverShown() {
		var subscription = subscribe("/hook", "post.created");
		var text = secret(subscription).text();
		var path = "/subscriptions/" + subscription.path("id").asString();
		assertThat(this.api.get(path).toString()).doesNotContain(text, "secret");
		assertThat(this.api.get("/subscriptions?limit=100").toString()).doesNotContain(text);
		assertThat(this.mongo.findAll(org.bson.Document.class, "subscriptions").toString())
			.doesNotContain(text.substring(6));
	}

	private List<WebhookDelivery> claim(String subscription, Instant now) {
		return this.deliveries.claim(Set.of(), (id) -> id.equals(subscription) ? 1 : 0, 100, now);
	}

	private ClaimedDelivery attempted(WebhookDelivery claimed) {
		var subscription = this.webhookSubscriptions.find(claimed.subscription()).orElseThrow();
		return new ClaimedDelivery(claimed, subscription, Visibility.READABLE,
				this.postWebhook.post(claimed.message(), subscription));
	}

	private static String signatures(LoggedRequest request, StandardSecret... secrets) {
		var time = Long.parseLong(request.getHeader("webhook-timestamp"));
		return java.util.Arrays.stream(secrets)
			.map((secret) -> secret.sign(request.getHeader("webhook-id"), time, request.getBody()))
			.collect(java.util.stream.Collectors.joining(" "));
	}

	private static void stubResponse(String path, int status) {
		SERVER.stubFor(post(path).willReturn(aResponse().withStatus(status)));
	}

	private static List<LoggedRequest> requests(String path) {
		return SERVER.findAll(postRequestedFor(urlEqualTo(path)));
	}

	private static LoggedRequest onlyRequest(String path) {
		soon().untilAsserted(() -> assertThat(requests(path)).hasSize(1));
		return requests(path).getFirst();
	}

	private static StandardSecret secret(JsonNode subscription) {
		return new StandardSecret(subscription.path("secret").asString());
	}

	private JsonNode subscribe(String path, String... events) {
		var reply = this.api.subscribe("http://127.0.0.1:" + SERVER.port() + path, events);
		assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
		this.subscriptions.add(reply.id());
		return reply.data();
	}

	private JsonNode log(JsonNode subscription) {
		return this.api.get("/subscriptions/" + subscription.path("id").asString() + "/deliveries?limit=100").data();
	}

	private int tries(JsonNode subscription) {
		var tries = 0;
		for (var delivery : log(subscription)) {
			tries += delivery.path("attempts").size();
		}
		return tries;
	}

	private long delivered(JsonNode subscription) {
		var done = Criteria.where("subscription")
			.is(subscription.path("id").asString())
			.and("status")
			.is(DeliveryStatus.DELIVERED);
		return this.mongo.count(new Query(done), WebhookDelivery.class);
	}

	private void publishReaders(String readers, long version) {
		publish("category.changed",
				(data) -> data.withObject("/category")
					.put("id", this.category)
					.put("readers", readers)
					.put("version", version));
		soon().untilAsserted(() -> assertThat(this.mongo.getCollection("forum_categories")
			.countDocuments(new org.bson.Document("_id", this.category).append("version", version))).isEqualTo(1));
	}

	private double handledPosts() {
		return this.meters.find("parley.inbox.handled")
			.tags("type", "post.created", "outcome", "handled")
			.counters()
			.stream()
			.mapToDouble(Counter::count)
			.sum();
	}

	private String publishPost(String type, String status, long version) {
		return publish(type, (data) -> setIds(data, status, version));
	}

	private void setIds(ObjectNode data, String status, long version) {
		data.withObject("/post").put("id", this.post).put("status", status).put("version", version);
		data.withObject("/thread").put("id", this.thread);
		data.withObject("/thread/category").put("id", this.category);
	}

	private String publishThread(String type, String status, long version) {
		return publish(type, (data) -> {
			data.withObject("/thread").put("id", this.thread).put("status", status).put("version", version);
			data.withObject("/thread/category").put("id", this.category);
		});
	}

	private String publishTags(String tag, long version) {
		return publish("thread.edited", (data) -> {
			data.withObject("/thread").put("id", this.thread).put("version", version).putArray("tags").add(tag);
			data.withObject("/thread/category").put("id", this.category);
		});
	}

	private String publishRemoved(long version) {
		return publish("post.removed", (data) -> {
			data.put("version", version);
			data.withObject("/post").put("id", this.post);
			data.withObject("/thread").put("id", this.thread);
			data.withObject("/thread/category").put("id", this.category);
		});
	}

}
