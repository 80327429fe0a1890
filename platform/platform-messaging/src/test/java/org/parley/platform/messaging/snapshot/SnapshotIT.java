package org.parley.platform.messaging.snapshot;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contracts.ParleyEvent;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.test.clock.MovableClock;
import org.parley.platform.test.event.RecordedActs;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(properties = { "spring.application.name=museum-service",
		"spring.rabbitmq.publisher-confirm-type=correlated", "spring.rabbitmq.publisher-returns=true" })
@AutoConfigureMockMvc
@LocalStackTest
class SnapshotIT {

	private static final int PIECES = 300;

	/** Events of earlier tests may still arrive, so each test has its own pieces. */
	private final String hall = Ids.next();

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private UnitOfWork work;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private Museum museum;

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	@Qualifier("snapshotLoop")
	private ClusterLoop loop;

	@Autowired
	private RecordedActs acts;

	@Autowired
	private MovableClock clock;

	@BeforeEach
	void theGuidesKnowNothing() {
		this.acts.clear();
		await().atMost(Duration.ofSeconds(30)).until(() -> !isAnyRunning());
		this.mongo.remove(new Query(), "pieces");
		this.museum.asked.clear();
		this.museum.failures.drainPermits();
		this.mongo.insert(IntStream.range(0, PIECES).mapToObj((number) -> new Piece(piece(number), 1, 1)).toList(),
				"pieces");
	}

	@Test
	void snapshotCompletesConsumerDuringChanges() {
		var movers = IntStream.range(0, 2).mapToObj((mover) -> CompletableFuture.runAsync(() -> move(mover))).toList();
		var id = begin();
		movers.forEach(CompletableFuture::join);
		awaitDone(id);
		await().untilAsserted(() -> assertThat(all("guides")).isEqualTo(all("pieces")));
		assertThat(all("guides")).hasSize(PIECES).anyMatch((piece) -> piece.version() > 1);
	}

	@Test
	void interruptedSnapshotContinues() {
		this.museum.failures.release(2);
		awaitDone(begin());
		await().untilAsserted(() -> assertThat(all("guides")).hasSize(PIECES));
		assertThat(this.museum.asked.stream().filter("start"::equals)).hasSize(1);
		assertThat(this.museum.asked.stream().filter(piece(199)::equals)).as("failed twice").hasSize(3);
	}

	@Test
	void failingPageDelaysNoOtherQueue() {
		this.museum.failures.release(1_000);
		var failing = begin();
		await().untilAsserted(() -> assertThat(this.museum.asked).contains(piece(199)));
		this.mongo.insert(new SnapshotRun(Ids.next(), "visitors", true, List.of("piece.former"), null, 0, "ann",
				Ids.next(), Instant.now(), null));
		await().atMost(Duration.ofSeconds(30))
			.until(() -> !this.mongo.exists(new Query(Criteria.where("queue").is("visitors").and("running").is(true)),
					SnapshotRun.class));
		assertThat(text(get("/" + failing), "$.data.status")).isEqualTo("RUNNING");
		this.museum.failures.drainPermits();
		awaitDone(failing);
	}

	@Test
	void otherInstanceContinuesSnapshot() {
		this.museum.failures.release(1_000);
		var id = begin();
		await().untilAsserted(() -> assertThat(this.museum.asked).contains(piece(199)));
		this.loop.stop();
		this.museum.failures.drainPermits();
		assertThat(text(get("/" + id), "$.data.status")).isEqualTo("RUNNING");
		this.loop.start();
		awaitDone(id);
		assertThat(this.museum.asked.stream().filter("start"::equals)).hasSize(1);
		assertThat(get("/" + id)).bodyJson().extractingPath("$.data.sent").isEqualTo(PIECES);
	}

	@Test
	void secondRequestReturnsRunningSnapshot() {
		this.museum.failures.release(1_000);
		var first = begin();
		assertThat(begin()).isEqualTo(first);
		assertThat(this.acts.texts()).hasSize(1)
			.first()
			.asString()
			.startsWith("snapshot-started by ")
			.endsWith(": guides");
		this.museum.failures.drainPermits();
		awaitDone(first);
		assertThat(begin()).isNotEqualTo(first);
		assertThat(get("")).hasStatusOk().bodyJson().extractingPath("$.data.length()").isNotEqualTo(0);
	}

	@Test
	void deletedQueueGetsSnapshot() {
		this.broker.deleteQueue("guides");
		awaitDone(begin());
		await().untilAsserted(() -> assertThat(all("guides")).hasSize(PIECES));
	}

	@ParameterizedTest
	@CsvSource({ "gossip,422,snapshot.no-queue", "closed_shop,422,snapshot.closed", "shelf_watch,422,snapshot.closed",
			"readers,422,snapshot.unheard", "'',400,request.invalid" })
	void unsuitableQueueIsRefused(String queue, int status, String code) {
		assertThat(post("admin", "{\"queue\": \"%s\"}".formatted(queue))).hasStatus(status)
			.bodyJson()
			.extractingPath("$.code")
			.isEqualTo(code);
		assertThat(this.acts.texts()).isEmpty();
	}

	@Test
	void invalidRequestsAreRefused() {
		assertThat(post("admin", "{}")).hasStatus(400);
		assertThat(post("admin", "{\"queue\": \"guides\", \"all\": true}")).hasStatus(400);
		assertThat(get("/nothing")).hasStatus(404).bodyJson().extractingPath("$.code").isEqualTo("snapshot.unknown");
	}

	@ParameterizedTest
	@CsvSource({ "GET,''", "GET,/x", "POST,''" })
	void onlyAdminsRequestSnapshots(String method, String path) {
		assertThat(this.mvc.method(HttpMethod.valueOf(method)).uri(uri(path))).hasStatus(401);
		assertThat(this.mvc.method(HttpMethod.valueOf(method))
			.uri(uri(path))
			.header("Authorization", "Bearer " + TestTokens.of("u1", "ann", "moderator"))).hasStatus(403);
	}

	private void move(int seed) {
		var random = new Random(seed);
		for (int i = 0; i < 150; i++) {
			var id = piece(random.nextInt(PIECES));
			var room = random.nextInt(100);
			this.work.run(() -> {
				var piece = Objects.requireNonNull(this.mongo.findById(id, Piece.class, "pieces")).moved(room);
				this.events.publishEvent(new PieceTold("piece.moved", piece));
				return this.mongo.save(piece, "pieces");
			});
		}
	}

	private List<Piece> all(String collection) {
		return this.mongo.find(new Query(Criteria.where("_id").regex("^" + this.hall)).with(Sort.by("_id")),
				Piece.class, collection);
	}

	private String piece(int number) {
		return "%s-%04d".formatted(this.hall, number);
	}

	private boolean isAnyRunning() {
		return this.mongo.exists(new Query(Criteria.where("running").is(true)), SnapshotRun.class);
	}

	private String begin() {
		var answer = post("admin", "{\"queue\": \"guides\"}");
		assertThat(answer).hasStatus(202);
		return text(answer, "$.data.id");
	}

	/** Awaits the end of a snapshot, which rests for seconds after a page that failed. */
	private void awaitDone(String id) {
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			this.clock.move(Duration.ofSeconds(5));
			this.loop.signal();
			assertThat(text(get("/" + id), "$.data.status")).isEqualTo("DONE");
		});
	}

	private MvcTestResult get(String path) {
		return this.mvc.get()
			.uri(uri(path))
			.header("Authorization", "Bearer " + TestTokens.of("u1", "ann", "admin"))
			.exchange();
	}

	private MvcTestResult post(String role, String body) {
		return this.mvc.post()
			.uri(uri(""))
			.header("Authorization", "Bearer " + TestTokens.of("u1", "ann", role))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private static String uri(String path) {
		return "/api/v1/admin/museum-service/snapshots" + path;
	}

	private static String text(MvcTestResult answer, String path) {
		return JsonPath.read(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8), path);
	}

	static class Museum implements Snapshot {

		private static final String AFTER = "after ";

		private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

		private final Semaphore failures = new Semaphore(0);

		private final MongoOperations mongo;

		Museum(MongoOperations mongo) {
			this.mongo = mongo;
		}

		@Override
		public String type() {
			return "piece.snapshot";
		}

		@Override
		public List<PieceTold> after(@Nullable String position, int limit) {
			var last = (position != null) ? position.substring(AFTER.length()) : "";
			this.asked.add((position != null) ? last : "start");
			if (position != null && this.failures.tryAcquire()) {
				throw new DataAccessResourceFailureException("away");
			}
			var next = new Query(Criteria.where("_id").gt(last)).with(Sort.by("_id")).limit(Limit.of(limit));
			return this.mongo.find(next, Piece.class, "pieces")
				.stream()
				.map((piece) -> new PieceTold("piece.snapshot", piece))
				.toList();
		}

		@Override
		public String position(ParleyEvent event) {
			return AFTER + event.subject();
		}

	}

	@EventConsumer("guides")
	static class Guides {

		private final MongoOperations mongo;

		Guides(MongoOperations mongo) {
			this.mongo = mongo;
		}

		@EventHandler({ "piece.moved", "piece.snapshot" })
		void on(Told told) {
			var known = this.mongo.findById(told.piece().id(), Piece.class, "guides");
			if (known == null || known.version() < told.piece().version()) {
				this.mongo.save(told.piece(), "guides");
			}
		}

	}

	record Told(Piece piece) {
	}

	@Configuration
	@EnableAutoConfiguration
	@Import({ Museum.class, Guides.class, RecordedActs.class, MovableClock.class })
	static class MuseumService {

	}

}
