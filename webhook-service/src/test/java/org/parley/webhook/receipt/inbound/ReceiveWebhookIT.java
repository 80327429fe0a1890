package org.parley.webhook.receipt.inbound;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.event.PublishedEvents;
import org.parley.webhook.WebhookIT;
import org.parley.webhook.receipt.Receipt;
import org.parley.webhook.receipt.ReceiptStatus;
import org.parley.webhook.receipt.Receipts;

import tools.jackson.databind.JsonNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** Webhooks of providers are verified, stored, processed and shown. */
class ReceiveWebhookIT extends WebhookIT {

	private static final BsonString RECEIPTS = new BsonString("receipts");

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private Receipts receipts;

	@Test
	void signedWebhookIsStoredProcessedAndShownMasked() {
		var id = "evt-" + Ids.next();
		var body = "{\"type\": \"invoice.paid\", \"api_key\": \"hidden\", \"amount\": 12}";
		var reply = this.api.sendWebhook(id, body, this.clock.instant());
		assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
		var receipt = processed(reply.id());
		assertThat(receipt.path("provider").asString()).isEqualTo("hmac");
		assertThat(receipt.path("eventId").asString()).isEqualTo(id);
		assertThat(receipt.path("type").asString()).isEqualTo("invoice.paid");
		assertThat(receipt.path("attempts").asInt()).isEqualTo(1);
		assertThat(receipt.path("size").asInt()).isEqualTo(body.length());
		assertThat(receipt.at("/payload/amount").asInt()).isEqualTo(12);
		assertThat(receipt.at("/payload/api_key").asString()).isEqualTo("***");
		assertThat(receipt.path("summary").asString()).contains("invoice.paid").doesNotContain("hidden");
		var listed = this.api.get("/logs?provider=hmac&status=processed&limit=100");
		assertThat(listed.data()).filteredOn((one) -> one.path("id").asString().equals(reply.id()))
			.singleElement()
			.satisfies((one) -> assertThat(one.path("size").asInt()).isEqualTo(body.length()));
		assertThat(listed.toString()).doesNotContain("hidden");
	}

	/** The list must not load payloads, which may be large. */
	@Test
	void listDoesNotLoadPayloads() {
		this.api.sendWebhook("evt-" + Ids.next(), "{}", this.clock.instant());
		var sent = this.commands.during(() -> this.api.get("/logs?provider=hmac"));
		assertThat(sent).filteredOn((command) -> command.get("find", BsonNull.VALUE).equals(RECEIPTS))
			.extracting((command) -> command.getDocument("projection").toJson())
			.containsOnly("{\"body\": 0}");
	}

	static Stream<byte[]> bodies() {
		return Stream
			.of("\"text\"", " \r\n {\"a\": 1}\n", "{\"n\":\"Größe 日本語 🍅\"}", "[]",
					"{\"x\":\"" + "y".repeat(256 * 1024 - 8) + "\"}")
			.map((text) -> text.getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void changedByteInvalidatesSignature(byte[] body) {
		var reply = this.api.sendSigned("evt-" + Ids.next(), body, this.clock.instant(),
				"application/json; charset=utf-16");
		assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
		assertThat(stored(reply.id()).body()).satisfies((kept) -> assertThat(kept.getData()).isEqualTo(body));
		processed(reply.id());
	}

	/** Providers of mail send such forms. */
	@ParameterizedTest
	@ValueSource(strings = { "multipart/form-data", "multipart/form-data; boundary=x", "multipart/mixed; boundary=x",
			"nonsense", "application/x-www-form-urlencoded; charset=nonsense" })
	void bodyOfAnyTypeIsStoredAsBytes(String type) {
		var body = "--x\r\nContent-Disposition: form-data; name=a\r\n\r\nb\r\n--x--".getBytes(StandardCharsets.UTF_8);
		var reply = this.api.sendSigned("evt-" + Ids.next(), body, this.clock.instant(), type);
		assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
		assertThat(stored(reply.id()).body()).satisfies((kept) -> assertThat(kept.getData()).isEqualTo(body));
	}

	static Stream<Arguments> largeBodies() {
		int githubs = 25 * 1024 * 1024;
		return Stream.of(256 * 1024 + 1, 1024 * 1024, 4 * 1024 * 1024, 4 * 1024 * 1024 + 1, 17 * 1024 * 1024, githubs)
			.map((size) -> {
				var start = "{\"a\": {\"type\": \"inner\"}, \"event\": \"push\", \"kind\": \"x\", \"x\": [";
				var text = "\"" + "y".repeat(997) + "\",";
				var all = start + text.repeat((size - start.length() - 5) / text.length()) + "\"";
				return Arguments.of(size, all + "z".repeat(size - all.length() - 3) + "\"]}");
			});
	}

	/** Up to what GitHub sends; MongoDB's documents are smaller. */
	@ParameterizedTest(name = "{0}")
	@MethodSource("largeBodies")
	void largeWebhookIsStoredAndProcessed(int size, String text) throws IOException {
		var body = text.getBytes(StandardCharsets.US_ASCII);
		var reply = this.api.sendSigned("evt-" + Ids.next(), body, this.clock.instant(), "application/json");
		assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
		var receipt = processed(reply.id());
		assertThat(receipt.path("size").asInt()).isEqualTo(size);
		assertThat(receipt.path("type").asString()).isEqualTo("push");
		try (var kept = this.receipts.open(stored(reply.id()))) {
			assertThat(Arrays.equals(kept.readAllBytes(), body)).isTrue();
		}
	}

	@Test
	void largeBodyThatIsNoJsonFails() {
		var reply = this.api.sendSigned("evt-" + Ids.next(), "[1,".repeat(100_000).getBytes(StandardCharsets.US_ASCII),
				this.clock.instant(), "application/json");
		assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
		soon().untilAsserted(() -> assertThat(this.api.get("/logs/" + reply.id()).data().path("error").asString(""))
			.isEqualTo("The body is not JSON"));
	}

	@Test
	void formIsStoredAsBytesAndShownMasked() {
		var body = "b=2+3&a=%C3%A9&b=1&type=order.paid&token=hidden".getBytes(StandardCharsets.UTF_8);
		var reply = this.api.sendSigned("evt-" + Ids.next(), body, this.clock.instant(),
				"application/x-www-form-urlencoded");
		assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
		assertThat(stored(reply.id()).body()).satisfies((kept) -> assertThat(kept.getData()).isEqualTo(body));
		soon().untilAsserted(() -> assertThat(this.api.get("/logs/" + reply.id()).data().path("status").asString(""))
			.isEqualTo("processed"));
		var shown = this.api.get("/logs/" + reply.id()).data();
		assertThat(shown.path("type").asString()).isEqualTo("order.paid");
		assertThat(shown.path("payload").path("a").asString()).isEqualTo("é");
		assertThat(shown.path("payload").path("token").asString()).isEqualTo("***");
		assertThat(shown.path("summary").asString()).doesNotContain("hidden");
	}

	@Test
	void emptyBodyIsAccepted() {
		var reply = this.api.sendSigned("evt-" + Ids.next(), new byte[0], this.clock.instant(), "application/json");
		assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
		soon().untilAsserted(() -> assertThat(this.api.get("/logs/" + reply.id()).data().path("status").asString())
			.isEqualTo("failed"));
	}

	@Test
	void repeatedWebhookReturnsSameReceipt() {
		var id = "evt-" + Ids.next();
		var first = this.api.sendWebhook(id, "{}", this.clock.instant());
		processed(first.id());
		var again = this.api.sendWebhook(id, "{}", this.clock.instant().plusSeconds(2));
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.id()).isEqualTo(first.id());
		assertThat(stored(first.id()).attempts()).isEqualTo(1);
	}

	@Test
	void concurrentRepetitionsAreStoredOnce() throws Exception {
		var id = "evt-" + Ids.next();
		var now = this.clock.instant();
		try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
			var calls = Stream
				.<Callable<TestResponse>>generate(() -> () -> this.api.sendWebhook(id, "{\"type\":\"once\"}", now))
				.limit(20)
				.toList();
			var ids = many.invokeAll(calls).stream().map((reply) -> reply.resultNow()).toList();
			assertThat(ids).extracting(TestResponse::status).containsOnly(200);
			assertThat(ids.stream().map(TestResponse::id).distinct()).hasSize(1);
		}
		assertThat(this.mongo.count(new Query(Criteria.where("eventId").is(id)), Receipt.class)).isEqualTo(1);
		soon().untilAsserted(
				() -> assertThat(this.mongo.findOne(new Query(Criteria.where("eventId").is(id)), Receipt.class))
					.satisfies((receipt) -> assertThat(receipt.status()).isEqualTo(ReceiptStatus.PROCESSED)));
	}

	@Test
	void forgedWebhookIsRefusedLoggedAndCounted() {
		var before = count("bad-signature");
		var body = "{\"never\": \"kept\"}".getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < 3; i++) {
			var reply = this.api.sendSigned("evt-" + i, body, this.clock.instant(), "application/json",
					"X-Webhook-Signature", "sha256=" + "0".repeat(64));
			assertThat(reply.status()).isEqualTo(401);
			assertThat(reply.code()).isEqualTo("webhook.bad-signature");
		}
		assertThat(count("bad-signature") - before).isEqualTo(3);
		var refused = this.api.get("/logs?status=refused").data();
		assertThat(refused.findValuesAsString("refusal")).contains("bad-signature");
		assertThat(this.mongo.findAll(Document.class, "receipts").toString()).doesNotContain("never");
	}

	@Test
	void refusalsOfAnHourShareOneReceipt() {
		this.clock.move(Duration.ofDays(30));
		var lastMinute = new Query(Criteria.where("refusal")
			.is("bad-signature")
			.and("receivedAt")
			.gt(this.clock.instant().minusSeconds(60)));
		this.mongo.remove(lastMinute, Receipt.class);
		for (int i = 0; i < 5; i++) {
			assertThat(this.api.post("/hmac", "{}").code()).isEqualTo("webhook.bad-signature");
		}
		assertThat(this.mongo.find(lastMinute, Receipt.class)).singleElement()
			.satisfies((entry) -> assertThat(entry.times()).isBetween(1L, 5L));
	}

	@Test
	void oldWebhookIsRefused() {
		for (var away : List.of(-301L, 301L)) {
			var reply = this.api.sendWebhook("evt-" + Ids.next(), "{}", this.clock.instant().plusSeconds(away));
			assertThat(reply.status()).isEqualTo(401);
			assertThat(reply.code()).isEqualTo("webhook.stale");
		}
	}

	@Test
	void unconfiguredProviderIsUnknown() {
		for (var name : List.of("nobody", "logs", "HMAC", "%20", "x".repeat(500))) {
			var reply = this.api.call(TestUser.GUEST, "POST", "/" + name, "{}");
			assertThat(reply.status()).as(name).isIn(401, 404);
		}
		assertThat(this.api.post("/nobody", "{}").code()).isEqualTo("webhook.unknown-provider");
	}

	@Test
	void tooLongBodyIsRefused() throws IOException {
		var tooLong = new byte[25 * 1024 * 1024 + 1];
		Arrays.fill(tooLong, (byte) ' ');
		assertThat(this.api.announce(tooLong.length)).isEqualTo(413);
		assertThat(this.api.sendChunked(tooLong).status()).isEqualTo(413);
	}

	@Test
	void failingReceiptMovesToDeadLettersAfterThreeAttempts() {
		var reply = this.api.sendWebhook("evt-" + Ids.next(), "{\"type\":\"test.fails\"}", this.clock.instant());
		soon().untilAsserted(() -> {
			var receipt = this.api.get("/logs/" + reply.id()).data();
			assertThat(receipt.path("status").asString()).isEqualTo("failed");
			assertThat(receipt.path("attempts").asInt()).isEqualTo(3);
			assertThat(receipt.path("error").asString()).isEqualTo("IllegalStateException");
		});
		soon().untilAsserted(() -> assertThat(this.mongo.findAll(Document.class, "dead_letters").toString())
			.contains("webhook.received"));
	}

	@Test
	void administratorReplaysReceipt() {
		var acts = new PublishedEvents(this.broker, this.rabbit, "webhook.events", "administrator.acted");
		var reply = this.api.sendWebhook("evt-" + Ids.next(), "{\"type\":\"again\"}", this.clock.instant());
		processed(reply.id());
		var replayed = this.api.post("/logs/" + reply.id() + "/replay", null);
		assertThat(replayed.status()).isEqualTo(202);
		soon().untilAsserted(() -> assertThat(stored(reply.id())).extracting(Receipt::status, Receipt::attempts)
			.containsExactly(ReceiptStatus.PROCESSED, 2));
		assertThat(this.api.post("/logs/" + Ids.next() + "/replay", null).code()).isEqualTo("webhook.unknown-receipt");
		this.api.post("/hmac", "{}");
		var refused = this.api.get("/logs?status=refused&limit=1").data().get(0).path("id").asString();
		assertThat(this.api.post("/logs/" + refused + "/replay", null).code()).isEqualTo("webhook.not-at-its-end");
		soon().untilAsserted(
				() -> assertThat(acts.actsOf(this.api.admin().id())).containsExactly("receipt-replayed " + reply.id()));
	}

	@Test
	void logIsFilteredByTypeAndTime() {
		var begin = this.clock.instant();
		var type = "order." + Ids.next().toLowerCase(Locale.ROOT);
		var id = this.api.sendWebhook("evt-" + Ids.next(), "{\"type\": \"%s\"}".formatted(type), begin).id();
		this.api.sendWebhook("evt-" + Ids.next(), "{\"type\": \"other\"}", begin);
		soon().untilAsserted(() -> assertThat(this.api.get("/logs?type=" + type).data().findValuesAsString("id"))
			.containsExactly(id));
		var inTime = "/logs?type=%s&since=%s&until=%s";
		assertThat(this.api.get(inTime.formatted(type, begin.minusSeconds(1), begin.plusSeconds(60))).data())
			.hasSize(1);
		assertThat(this.api.get(inTime.formatted(type, begin.plusSeconds(60), begin.plusSeconds(90))).data()).isEmpty();
		assertThat(this.api.get(inTime.formatted(type, begin.minusSeconds(60), begin.minusSeconds(1))).data())
			.isEmpty();
		assertThat(this.api.get("/logs?since=" + begin.minusSeconds(1)).data().findValuesAsString("id")).contains(id);
		for (var time : List.of("yesterday", "2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z", "%00")) {
			assertThat(this.api.get("/logs?since=" + time).code()).as(time).isEqualTo("request.invalid");
		}
	}

	@Test
	void logIsPagedByCursor() {
		for (int i = 0; i < 3; i++) {
			this.api.sendWebhook("evt-" + Ids.next(), "{}", this.clock.instant());
		}
		var first = this.api.get("/logs?limit=2");
		var next = first.body().at("/meta/pagination/next").asString();
		var second = this.api.get("/logs?limit=2&cursor=" + next);
		assertThat(second.data().findValuesAsString("id")).isNotEmpty()
			.doesNotContainAnyElementsOf(first.data().findValuesAsString("id"));
		assertThat(this.api.get("/logs?limit=0").code()).isEqualTo("request.invalid");
		assertThat(this.api.get("/logs?status=nonsense").code()).isEqualTo("request.invalid");
		assertThat(this.api.get("/logs?unknown=1").code()).isEqualTo("request.invalid");
		assertThat(this.api.get("/logs?cursor=nonsense").code()).isEqualTo("request.invalid");
		assertThat(Map.of("status", this.api.get("/logs/nothing").status())).containsEntry("status", 404);
	}

	private JsonNode processed(String id) {
		soon().untilAsserted(() -> assertThat(stored(id).status()).isEqualTo(ReceiptStatus.PROCESSED));
		return this.api.get("/logs/" + id).data();
	}

	private Receipt stored(String id) {
		return java.util.Objects.requireNonNull(this.mongo.findById(id, Receipt.class));
	}

	private double count(String outcome) {
		return this.meters.counter("parley.webhooks.received", "provider", "hmac", "outcome", outcome).count();
	}

}
