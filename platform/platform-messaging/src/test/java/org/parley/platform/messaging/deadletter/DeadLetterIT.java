package org.parley.platform.messaging.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.messaging.inbox.PoisonEventException;
import org.parley.platform.messaging.queue.ConfirmedSender;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.test.event.RecordedActs;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(properties = { "spring.application.name=reader-service",
		"spring.rabbitmq.publisher-confirm-type=correlated", "spring.rabbitmq.publisher-returns=true" })
@AutoConfigureMockMvc
@LocalStackTest
class DeadLetterIT {

	private static final String QUEUE = "readers";

	private static final String PATH = "/api/v1/admin/reader-service/dead-letters";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ConfirmedSender sender;

	@Autowired
	private DeadLetters letters;

	@Autowired
	private ReplayDeadLetters replayDeadLetters;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private Desk desk;

	@Autowired
	private RecordedActs acts;

	@BeforeEach
	void nothingIsLeftOfOthers() {
		this.mongo.remove(new Query(), DeadLetter.class);
		this.desk.closed = true;
		this.acts.clear();
	}

	@ParameterizedTest
	@CsvSource({ "GET,''", "GET,/x", "POST,/x/replay", "POST,/replay?queue=readers", "DELETE,/x" })
	void onlyAdminsManageDeadLetters(String method, String path) {
		assertThat(this.mvc.method(HttpMethod.valueOf(method)).uri(PATH + path)).hasStatus(401)
			.bodyJson()
			.extractingPath("$.code")
			.isEqualTo("auth.required");
		assertThat(as("moderator", method, path)).hasStatus(403);
	}

	@ParameterizedTest
	@CsvSource({ "GET,?limit=0,400,request.invalid", "GET,?limit=101,400,request.invalid",
			"GET,?limit=many,400,request.invalid", "GET,?cursor=nonsense,400,request.invalid",
			"GET,?colour=blue,400,request.invalid", "GET,?queue=,400,request.invalid",
			"POST,/replay,400,request.invalid", "POST,/replay?queue=notes,400,request.invalid",
			"GET,/nothing,404,dead-letter.unknown", "POST,/nothing/replay,404,dead-letter.unknown",
			"DELETE,/nothing,404,dead-letter.unknown" })
	void invalidRequestsAreRefused(String method, String path, int status, String code) {
		assertThat(as("admin", method, path)).hasStatus(status).bodyJson().extractingPath("$.code").isEqualTo(code);
	}

	@Test
	void deadLettersAreListedNewestFirst() {
		var ids = IntStream.range(0, 5).mapToObj((number) -> keep("book.lent", "p" + number)).toList();
		var first = as("admin", "GET", "?limit=2&queue=readers&type=book.lent");
		assertThat(idsOf(first)).containsExactly(ids.get(4), ids.get(3));
		assertThat(first).containsHeader("ETag");
		var next = text(first, "$.meta.pagination.next");
		var second = as("admin", "GET", "?limit=2&queue=readers&type=book.lent&cursor=" + next);
		assertThat(idsOf(second)).containsExactly(ids.get(2), ids.get(1));
		var back = text(second, "$.meta.pagination.prev");
		assertThat(idsOf(as("admin", "GET", "?limit=2&queue=readers&type=book.lent&cursor=" + back)))
			.containsExactly(ids.get(4), ids.get(3));
		assertThat(idsOf(as("admin", "GET", "?type=book.returned"))).isEmpty();
		assertThat(idsOf(as("admin", "GET", "?queue=elsewhere"))).isEmpty();
	}

	@Test
	void deadLetterIsReadWithMaskedSecrets() {
		var event = Ids.next();
		lend(event, now());
		var id = awaitLetter(event);
		var answer = as("admin", "GET", "/" + id);
		assertThat(answer).hasStatusOk();
		assertThat(text(answer, "$.data.reason")).isEqualTo("The desk is closed");
		assertThat(text(answer, "$.data.queue")).isEqualTo(QUEUE);
		assertThat(text(answer, "$.data.type")).isEqualTo("book.lent");
		assertThat(text(answer, "$.data.message.correlationid")).isEqualTo("c");
		assertThat(body(answer)).doesNotContain("secret");
		assertThat(answer.getResponse().getHeader("X-Correlation-Id")).isNotNull();
	}

	@Test
	void repeatedNonEventIsStoredOnce() {
		sendToDeadLetters("nonsense");
		sendToDeadLetters("nonsense");
		sendToDeadLetters("other nonsense");
		await().untilAsserted(() -> assertThat(this.letters.count(QUEUE)).isEqualTo(2));
		var answer = as("admin", "GET", "");
		assertThat(text(answer, "$.data[0].reason")).isEqualTo("The broker rejected the message");
		assertThat(as("admin", "GET", "/" + text(answer, "$.data[0].id"))).hasStatusOk()
			.bodyJson()
			.extractingPath("$.data.message")
			.isEqualTo("***");
	}

	@Test
	void replayedLetterIsHandledAndDeleted() {
		var event = Ids.next();
		lend(event, now());
		var id = awaitLetter(event);
		this.desk.closed = false;
		assertThat(as("admin", "POST", "/" + id + "/replay")).hasStatus(204);
		await().untilAsserted(() -> assertThat(this.desk.lent).contains(event));
		assertThat(as("admin", "POST", "/" + id + "/replay")).hasStatus(404);
		assertThat(this.acts.texts()).containsExactly("dead-letter-replayed by u1: " + id);
	}

	@Test
	void failedReplayIsStoredAgain() {
		var event = Ids.next();
		lend(event, now());
		var id = awaitLetter(event);
		var before = this.letters.find(id).orElseThrow();
		assertThat(as("admin", "POST", "/" + id + "/replay")).hasStatus(204);
		await().untilAsserted(() -> assertThat(this.letters.find(id)).get()
			.extracting(DeadLetter::revision)
			.isNotEqualTo(before.revision()));
		assertThat(this.letters.remove(before)).as("newer revisions stay").isFalse();
		assertThat(this.letters.find(id)).isPresent();
	}

	@Test
	void crashDuringReplayIsHarmless() {
		var event = Ids.next();
		lend(event, now());
		var id = awaitLetter(event);
		this.desk.closed = false;
		this.replayDeadLetters.send(QUEUE, List.of(this.letters.find(id).orElseThrow()));
		await().untilAsserted(() -> assertThat(this.desk.lent).contains(event));
		assertThat(as("admin", "POST", "/" + id + "/replay")).hasStatus(204);
		await().untilAsserted(() -> assertThat(counted("duplicate")).isPositive());
		assertThat(this.desk.count(event)).isOne();
		assertThat(this.letters.find(id)).isEmpty();
	}

	@Test
	void letterOlderThanInboxIsNotReplayed() {
		var event = Ids.next();
		lend(event, now().minus(Duration.ofDays(91)));
		var id = awaitLetter(event);
		assertThat(as("admin", "POST", "/" + id + "/replay")).hasStatus(409)
			.bodyJson()
			.extractingPath("$.code")
			.isEqualTo("dead-letter.too-old");
		var all = as("admin", "POST", "/replay?queue=readers");
		assertThat(all).hasStatusOk().bodyJson().extractingPath("$.data.tooOld").isEqualTo(1);
		assertThat(this.letters.find(id)).isPresent();
		assertThat(this.acts.texts()).isEmpty();
	}

	@Test
	void queueIsReplayedCompletely() {
		var events = Stream.generate(Ids::next).limit(120).toList();
		events.forEach((event) -> lend(event, now()));
		await().untilAsserted(() -> assertThat(this.letters.count(QUEUE)).isEqualTo(120));
		assertThat(this.meters.get("parley.dead.letters").tag("queue", QUEUE).gauge().value()).isEqualTo(120);
		this.desk.closed = false;
		assertThat(as("admin", "POST", "/replay?queue=readers")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.data")
			.isEqualTo(Map.of("replayed", 120, "tooOld", 0, "more", false));
		await().untilAsserted(() -> assertThat(this.desk.lent).containsAll(events));
		assertThat(this.letters.count(QUEUE)).isZero();
		assertThat(this.acts.texts()).containsExactly("dead-letters-replayed by u1: readers");
	}

	@Test
	void unhandledTypeIsReplayedOnceHandled() {
		var event = Ids.next();
		lend(event, now());
		var known = this.letters.find(awaitLetter(event)).orElseThrow();
		this.desk.closed = false;
		var returning = new ReturnUnroutedEvents(this.letters, this.replayDeadLetters,
				Map.of(QUEUE, Set.of("book.lent")));
		assertThat(returning.waits()).as("failed messages stay for an administrator").isFalse();
		this.letters.save(withReason(known, DeadLetterReason.UNHEARD));
		assertThat(returning.waits()).isTrue();
		returning.doBatch();
		await().untilAsserted(() -> assertThat(this.desk.lent).contains(event));
		assertThat(this.letters.find(known.id())).isEmpty();
	}

	@Test
	void oldAndReturnedLettersDoNotHoldUpOthers() {
		var types = Set.of("book.lent");
		keepUnheard("old", now().minus(EventEnvelope.REPEATABLE).minusSeconds(1));
		assertThat(new ReturnUnroutedEvents(this.letters, this.replayDeadLetters, Map.of(QUEUE, types)).waits())
			.isFalse();
		keepUnheard("returned", now());
		keepUnheard("young", now());
		keepUnheard("returned", now());
		assertThat(this.letters.findUnheard(QUEUE, types, this.replayDeadLetters.oldest(), 1))
			.extracting(DeadLetter::event)
			.containsExactly("young");
	}

	private void keepUnheard(String event, Instant happened) {
		this.letters.save(new DeadLetter(QUEUE + ":" + event, Ids.next(), QUEUE, event, "book.lent", happened,
				DeadLetterReason.UNHEARD, "nothing", 1, now(), now(), null, new Binary(new byte[0])));
	}

	@Test
	void unhandledTypeStays() {
		this.letters
			.save(withReason(this.letters.find(keep("book.burnt", "y")).orElseThrow(), DeadLetterReason.UNHEARD));
		assertThat(new ReturnUnroutedEvents(this.letters, this.replayDeadLetters, Map.of(QUEUE, Set.of("book.lent")))
			.waits()).isFalse();
	}

	private static DeadLetter withReason(DeadLetter letter, String reason) {
		return new DeadLetter(letter.id(), Ids.next(), letter.queue(), letter.event(), letter.type(), letter.happened(),
				reason, letter.cause(), letter.attempts(), letter.first(), letter.at(), letter.exchange(),
				letter.body());
	}

	@Test
	void forgedLetterIsDeadAfterReplay() {
		var event = Ids.next();
		lend(event, now());
		var letter = this.letters.find(awaitLetter(event)).orElseThrow();
		this.letters.save(new DeadLetter(letter.id(), Ids.next(), letter.queue(), letter.event(), letter.type(),
				letter.happened(), letter.reason(), letter.cause(), letter.attempts(), letter.first(), letter.at(),
				"museum.events", letter.body()));
		this.desk.closed = false;
		this.replayDeadLetters.replay(letter.id(), "u1");
		await().untilAsserted(() -> assertThat(this.letters.find(letter.id())).map(DeadLetter::reason)
			.contains("The event does not come from the publisher of its type"));
		assertThat(this.letters.find(letter.id())).map(DeadLetter::exchange).contains("museum.events");
		assertThat(this.desk.count(event)).isZero();
	}

	@Test
	void deadLetterIsDeleted() {
		var id = keep("book.lent", "x");
		assertThat(as("admin", "DELETE", "/" + id)).hasStatus(204);
		assertThat(as("admin", "GET", "/" + id)).hasStatus(404);
		assertThat(as("admin", "DELETE", "/" + id)).hasStatus(404);
		assertThat(this.acts.texts()).containsExactly("dead-letter-deleted by u1: " + id);
	}

	@Test
	void letterStaysIfActIsNotRecorded() {
		var id = keep("book.lent", "x");
		this.acts.fail();
		assertThat(as("admin", "DELETE", "/" + id)).hasStatus(500);
		assertThat(this.letters.find(id)).isPresent();
		assertThat(this.acts.texts()).isEmpty();
	}

	@Test
	void replayToMissingQueueFails() {
		var message = MessageBuilder.withBody(new byte[] { 1 }).build();
		assertThat(this.sender.send(Topology.lettersOf(QUEUE), "nowhere", message)).isFalse();
		assertThat(this.sender.send("no.exchange", Topology.AGAIN, message)).isFalse();
	}

	private MvcTestResult as(String role, String method, String path) {
		return this.mvc.method(HttpMethod.valueOf(method))
			.uri(PATH + path)
			.header("Authorization", "Bearer " + TestTokens.of("u1", "ann", role))
			.exchange();
	}

	private static List<String> idsOf(MvcTestResult answer) {
		return com.jayway.jsonpath.JsonPath.read(body(answer), "$.data[*].id");
	}

	private static String text(MvcTestResult answer, String path) {
		return com.jayway.jsonpath.JsonPath.read(body(answer), path);
	}

	private static String body(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private String keep(String type, String event) {
		var letter = new DeadLetter(QUEUE + ":" + event, Ids.next(), QUEUE, event, type, now(), "It had to be",
				"nothing", 3, now(), now(), null, new Binary(new byte[0]));
		this.letters.save(letter);
		return letter.id();
	}

	private String awaitLetter(String event) {
		var id = QUEUE + ":" + event;
		await().untilAsserted(() -> assertThat(this.letters.find(id)).isPresent());
		return id;
	}

	private void lend(String event, Instant time) {
		send(Topology.AGAIN, """
				{"specversion": "1.0", "id": "%s", "source": "library-service", "type": "book.lent", "subject": "b",
				"time": "%s", "datacontenttype": "application/json", "dataschema": "urn:parley:event:book.lent:1",
				"correlationid": "c", "partitionkey": "p", "data": {"title": "secret"}}
				""".formatted(event, time));
	}

	private void sendToDeadLetters(String body) {
		send(Topology.DEAD, body);
	}

	/** The queues may be declared at this moment. */
	private void send(String key, String body) {
		var message = MessageBuilder.withBody(body.getBytes(StandardCharsets.UTF_8)).build();
		await().until(() -> this.sender.send(Topology.lettersOf(QUEUE), key, message));
	}

	private double counted(String outcome) {
		return this.meters.find("parley.inbox.handled")
			.tags("queue", QUEUE, "outcome", outcome)
			.counters()
			.stream()
			.mapToDouble((counter) -> counter.count())
			.sum();
	}

	private static Instant now() {
		return InstantSource.system().instant();
	}

	record Book(String title) {
	}

	static class Desk {

		private final Set<String> lent = ConcurrentHashMap.newKeySet();

		private final ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();

		private volatile boolean closed;

		void lend(String event) {
			if (this.closed) {
				throw new PoisonEventException("The desk is closed");
			}
			this.counts.merge(event, 1, Integer::sum);
			this.lent.add(event);
		}

		int count(String event) {
			return this.counts.getOrDefault(event, 0);
		}

	}

	@EventConsumer(QUEUE)
	static class Reader {

		private final Desk desk;

		Reader(Desk desk) {
			this.desk = desk;
		}

		@EventHandler({ "book.lent", "book.returned", "book.snapshot" })
		void on(Book book, EventEnvelope event) {
			this.desk.lend(event.id());
		}

	}

	@EventConsumer("shelf_watch")
	static class Watch {

		@EventHandler("book.lent")
		void on(Book book) {
		}

	}

	@Configuration
	@EnableAutoConfiguration
	@Import({ Reader.class, Watch.class, RecordedActs.class })
	static class ReaderService {

		@Bean
		Desk desk() {
			return new Desk();
		}

	}

}
