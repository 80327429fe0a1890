package org.parley.platform.privacy;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.DirectDecrypter;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contracts.privacy.ErasureRequested;
import org.parley.contracts.privacy.ExportRequested;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.secret.EventSecretCipher;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.privacy.erasure.EraseUserData;
import org.parley.platform.privacy.erasure.ErasureWorker;
import org.parley.platform.privacy.erasure.LocalErasures;
import org.parley.platform.privacy.event.ErasedUserScrubber;
import org.parley.platform.privacy.export.ExportUserData;
import org.parley.platform.privacy.export.ExportWorker;
import org.parley.platform.privacy.export.LocalExports;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.LocalStackTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The loops are stopped, and tests run the steps. Published events stay in the outbox.
 */
@SpringBootTest(properties = { "spring.application.name=memory-service",
		"spring.rabbitmq.publisher-confirm-type=correlated", "spring.rabbitmq.publisher-returns=true" })
@LocalStackTest
class PersonalDataIT {

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private EraseUserData eraseUserData;

	@Autowired
	private ExportUserData exportUserData;

	@Autowired
	private LocalErasures localErasures;

	@Autowired
	private LocalExports localExports;

	@Autowired
	private PersonalDataKinds personalDataKinds;

	@Autowired
	private ErasedUserScrubber erasedUserScrubber;

	@Autowired
	private EventSecretCipher eventSecretCipher;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private UnitOfWork work;

	@Autowired
	private JsonMapper json;

	@Value("${parley.events.keys.auth-service}")
	private String key = "";

	private final String gone = Ids.next();

	private final String stays = Ids.next();

	@BeforeEach
	void stopLoops(@Autowired @Qualifier("erasureLoop") ClusterLoop erasureLoop,
			@Autowired @Qualifier("exportLoop") ClusterLoop exportLoop,
			@Autowired @Qualifier("outboxRelay") ClusterLoop relay) {
		List.of(erasureLoop, exportLoop, relay).forEach(ClusterLoop::stop);
		List.of("notes", "outbox", "dead_letters", "personal_erasures", "personal_exports")
			.forEach((name) -> this.mongo.getCollection(name).deleteMany(new Document()));
	}

	@Test
	void personIsErasedInStepsAndAnsweredOnce() {
		notes(450, this.gone);
		notes(3, this.stays);
		begin();
		var one = erasingWork();
		var other = erasingWork();
		assertThat(one.waits()).isTrue();
		assertThat(one.doBatch()).isTrue();
		while (one.doBatch() && other.doBatch()) {
			assertThat(published("erasure.done")).hasSizeLessThan(2);
		}
		assertThat(this.mongo.getCollection("notes").countDocuments(new Document("owner", this.gone))).isZero();
		assertThat(this.mongo.getCollection("notes").countDocuments(new Document("owner", this.stays))).isEqualTo(3);
		assertThat(published("erasure.done")).singleElement().satisfies((done) -> {
			assertThat(EventContract.violations(done.toString())).isEmpty();
			assertThat(done.at("/data/erased").toString()).contains("{\"kind\":\"notes\",\"count\":450}");
		});
		assertThat(one.waits()).as("the next round is later").isFalse();
	}

	@Test
	void lostProgressRepeatsStep() {
		notes(2, this.gone);
		begin();
		var before = this.localErasures.find(this.gone).orElseThrow();
		erasingWork().doBatch();
		assertThat(this.localErasures.advance(before, before.after(PersonalData.Step.end(99)))).as("too late")
			.isFalse();
		assertThat(this.localErasures.find(this.gone).orElseThrow().revision()).isEqualTo(1);
	}

	@Test
	void failingErasureDelaysNoOther() {
		begin();
		begin(this.stays);
		var steps = erasingWork(PersonalDataKinds.of(List.of(new FailingNotes(this.gone))));
		while (steps.doBatch()) {
			assertThat(steps).isNotNull();
		}
		assertThat(published("erasure.done")).singleElement()
			.satisfies((done) -> assertThat(done.at("/data/userId").asString()).isEqualTo(this.stays));
		assertThat(this.localErasures.find(this.gone).orElseThrow().kinds()).contains("notes");
		assertThat(steps.waits()).as("it is continued later").isFalse();
	}

	@Test
	void repeatedRequestIsAnsweredAgain() {
		begin();
		begin();
		finish();
		assertThat(published("erasure.done")).hasSize(1);
		begin();
		assertThat(published("erasure.done")).hasSize(2);
	}

	@Test
	void deadLettersAreErasedOrRenamed() {
		var own = letter(event("user.registered", this.gone));
		var others = letter(event("post.created", this.gone));
		var elsewhere = letter(event("post.created", this.stays));
		var nonsense = letter("nonsense about " + this.gone);
		begin();
		finish();
		assertThat(body(own)).isNull();
		assertThat(body(nonsense)).isNull();
		assertThat(body(others)).contains("\"username\":\"deleted\"", this.gone).doesNotContain("unmistakable");
		assertThat(body(elsewhere)).contains("unmistakable");
	}

	@Test
	void parkedEventsAreErasedOrRenamed() {
		var own = parked(event("user.registered", this.gone), "PARKED");
		var farewell = parked(event("user.deleted", this.gone), "HELD");
		var others = parked(event("post.created", this.gone), "HELD");
		begin();
		finish();
		assertThat(this.mongo.findById(own, Document.class, "outbox")).isNull();
		assertThat(this.mongo.findById(farewell, Document.class, "outbox")).isNotNull();
		assertThat(this.mongo.findById(others, Document.class, "outbox")).isNotNull()
			.asString()
			.doesNotContain("unmistakable");
	}

	@Test
	void lateEventsAreDroppedOrRenamed() {
		begin();
		assertThat(scrubbed("user.profile-changed", this.gone)).isEmpty();
		assertThat(scrubbed("user.deleted", this.gone)).isNotEmpty();
		assertThat(scrubbed("administrator.acted", this.gone)).isNotEmpty();
		assertThat(scrubbed("erasure.requested", this.gone)).isNotEmpty();
		assertThat(scrubbed("user.profile-changed", this.stays)).get().asString().contains("unmistakable");
		assertThat(scrubbed("post.created", this.gone)).get()
			.asString()
			.contains("deleted user", this.gone)
			.doesNotContain("unmistakable");
	}

	@Test
	void exportIsPublishedInSealedParts() {
		notes(300, this.gone);
		notes(1, this.stays);
		this.work.run(() -> this.exportUserData.begin(new ExportRequested(Ids.next(), this.gone, Instant.EPOCH)));
		var one = exportingWork();
		var other = exportingWork();
		while (one.doBatch() && other.doBatch()) {
			assertThat(one.waits()).isTrue();
		}
		var parts = published("export.part");
		assertThat(parts).hasSizeBetween(7, 12).allMatch((part) -> EventContract.violations(part.toString()).isEmpty());
		assertThat(parts).extracting((part) -> part.at("/data/number").asInt())
			.containsExactlyElementsOf(IntStream.rangeClosed(1, parts.size()).boxed().toList());
		assertThat(parts.getLast().at("/data").has("content")).isFalse();
		var told = new ArrayList<String>();
		parts.stream().limit(parts.size() - 1L).forEach((part) -> {
			assertThat(part.at("/data/content").asString().length()).isLessThan(100_000);
			open(part).path("items").forEach((item) -> told.add(item.path("number").asString()));
		});
		assertThat(told).hasSize(300);
		assertThat(new HashSet<>(told)).hasSize(300);
		assertThat(one.waits()).isFalse();
	}

	@Test
	void failingExportDelaysNoOther() {
		notes(1, this.stays);
		List.of(this.gone, this.stays)
			.forEach((person) -> this.work
				.run(() -> this.exportUserData.begin(new ExportRequested(Ids.next(), person, Instant.EPOCH))));
		var worker = exportingWork(PersonalDataKinds.of(List.of(new FailingNotes(this.gone))));
		while (worker.doBatch()) {
			assertThat(worker).isNotNull();
		}
		assertThat(published("export.part")).isNotEmpty()
			.allMatch((part) -> part.at("/data/userId").asString().equals(this.stays));
		assertThat(worker.waits()).as("it is continued later").isFalse();
		assertThat(this.mongo.getCollection("personal_exports")
			.countDocuments(new Document("dueAt", new Document("$gt", Instant.now())))).isEqualTo(1);
	}

	private void begin() {
		begin(this.gone);
	}

	private void begin(String person) {
		this.work.run(() -> this.eraseUserData.begin(new ErasureRequested(person, person, Instant.EPOCH)));
	}

	private void finish() {
		var steps = erasingWork();
		while (steps.doBatch()) {
			assertThat(steps).isNotNull();
		}
	}

	private ErasureWorker erasingWork() {
		return erasingWork(this.personalDataKinds);
	}

	private ErasureWorker erasingWork(PersonalDataKinds kinds) {
		return new ErasureWorker(this.localErasures, kinds, this.events, this.work, InstantSource.system());
	}

	private ExportWorker exportingWork() {
		return exportingWork(this.personalDataKinds);
	}

	private ExportWorker exportingWork(PersonalDataKinds kinds) {
		return new ExportWorker(this.localExports, kinds, this.events, this.eventSecretCipher, this.json, this.work);
	}

	private void notes(int count, String owner) {
		this.mongo.insert(IntStream.range(0, count)
			.mapToObj((number) -> new Document("_id", Ids.next()).append("owner", owner)
				.append("number", String.valueOf(number))
				.append("text", "x".repeat(1_000)))
			.toList(), "notes");
	}

	private String event(String type, String person) {
		var event = (ObjectNode) this.json.readTree(EventContract.example(type));
		event.put("id", Ids.next());
		if (type.startsWith("post.")) {
			event.withObject("/data/post/author").put("id", person).put("username", "unmistakable");
		}
		else {
			event.put("partitionkey", person);
			if (event.at("/data/user").isObject()) {
				event.withObject("/data/user").put("id", person).put("username", "unmistakable");
			}
		}
		return event.toString();
	}

	private Optional<EventEnvelope> scrubbed(String type, String person) {
		return this.erasedUserScrubber.scrubbed(List.of(this.json.readValue(event(type, person), EventEnvelope.class)))
			.getFirst();
	}

	private String letter(String body) {
		var id = Ids.next();
		this.mongo.insert(new Document("_id", id).append("revision", id)
			.append("queue", "a queue")
			.append("reason", "r")
			.append("cause", "c")
			.append("attempts", 1)
			.append("first", Instant.EPOCH)
			.append("at", Instant.EPOCH)
			.append("body", new Binary(body.getBytes(StandardCharsets.UTF_8))), "dead_letters");
		return id;
	}

	private @Nullable String body(String id) {
		var letter = this.mongo.findById(id, Document.class, "dead_letters");
		return (letter != null) ? new String(letter.get("body", Binary.class).getData(), StandardCharsets.UTF_8) : null;
	}

	private String parked(String event, String state) {
		var id = Ids.next();
		this.mongo.insert(new Document("_id", id).append("state", state)
			.append("partition", 0)
			.append("attempts", 5)
			.append("envelope", event), "outbox");
		return id;
	}

	private List<JsonNode> published(String type) {
		return this.mongo.findAll(Document.class, "outbox")
			.stream()
			.filter((kept) -> type.equals(kept.getString("type")))
			.sorted(Comparator.comparing((kept) -> kept.getString("_id")))
			.map((kept) -> this.json.readTree(kept.getString("envelope")))
			.toList();
	}

	/** Decrypts like auth-service. */
	private JsonNode open(JsonNode part) {
		try {
			var jwe = JWEObject.parse(part.at("/data/content").asString());
			jwe.decrypt(new DirectDecrypter(Base64.getDecoder().decode(this.key)));
			return this.json.readTree(jwe.getPayload().toString());
		}
		catch (ParseException | JOSEException ex) {
			throw new AssertionError(ex);
		}
	}

	/** Notes of which those of one person can be neither read nor erased. */
	private record FailingNotes(String person) implements PersonalData {

		@Override
		public String kind() {
			return "notes";
		}

		@Override
		public List<Piece> show(String of, @Nullable String after, int limit) {
			failIfConcerned(of);
			return List.of();
		}

		@Override
		public Step erase(String of, @Nullable String after, int limit) {
			failIfConcerned(of);
			return Step.end(0);
		}

		private void failIfConcerned(String of) {
			if (this.person.equals(of)) {
				throw new IllegalStateException("The notes cannot be read");
			}
		}

	}

	@EnableAutoConfiguration
	@Configuration(proxyBeanMethods = false)
	static class Memory {

		@Bean
		PersonalCollections notes(MongoOperations mongo) {
			var data = new PersonalCollections(mongo);
			data.indexed("notes", "notes", "owner").exporting("number", "text").deleting();
			return data;
		}

	}

}
