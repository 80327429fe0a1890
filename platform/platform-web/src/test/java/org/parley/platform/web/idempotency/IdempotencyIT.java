package org.parley.platform.web.idempotency;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.MongoException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.web.Data;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureMockMvc
@LocalStackTest
class IdempotencyIT {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private Fingerprints fingerprints;

	@Autowired
	private Gate gate;

	@Test
	void sameKeyAndBodyReplaysAnswer() {
		var key = Ids.next();
		var first = post("/notes", key, "a");
		var second = post("/notes", key, "a");
		assertThat(first).hasStatus(201);
		assertThat(second).hasStatus(201).hasHeader("Idempotency-Replayed", "true").hasHeader("ETag", "\"0\"");
		assertThat(body(second)).isEqualTo(body(first));
		assertThat(second.getResponse().getHeader("Location")).isEqualTo(first.getResponse().getHeader("Location"));
		assertThat(count(key)).isOne();
	}

	@Test
	void sameKeyWithOtherBodyIsRefused() {
		var key = Ids.next();
		post("/notes", key, "a");
		assertThat(post("/notes", key, "b")).hasStatus(422).bodyText().contains("idempotency.key-reused");
	}

	@Test
	void fingerprintHasOnlyWhatRequestSays() {
		var key = Ids.next();
		post("/notes", key, "a");
		var said = "{\"text\":\"a\",\"key\":\"%s\"}".formatted(key);
		assertThat(this.mongo.findAll(IdempotencyRecord.class)).extracting(IdempotencyRecord::request)
			.contains(this.fingerprints.of(said.getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void answerOfOtherVersionIsReplayed() {
		var key = Ids.next();
		var id = body(post("/notes", key, "a")).replaceAll("[^0-9A-Z]", "");
		this.mongo.updateFirst(Query.query(Criteria.where("body").regex(id)),
				Update.update("body", "{\"data\":{\"id\":\"%s\",\"later\":1.5}}".formatted(id)),
				IdempotencyRecord.class);
		assertThat(post("/notes", key, "a")).hasStatus(201)
			.bodyText()
			.isEqualTo("{\"data\":{\"id\":\"%s\",\"later\":1.5}}", id);
	}

	@Test
	void requestsWithoutKeyAreAllExecuted() {
		assertThat(body(post("/notes", null, "a"))).isNotEqualTo(body(post("/notes", null, "a")));
	}

	@Test
	void refusedRequestMayBeRepeated() {
		var key = Ids.next();
		assertThat(post("/notes", key, "refused")).hasStatus(409).bodyText().contains("note.refused");
		assertThat(count(key)).isZero();
		assertThat(post("/notes", key, "a")).hasStatus(201);
	}

	@Test
	void answerWithSecretsIsNotStored() {
		var key = Ids.next();
		assertThat(post("/secrets", key, "a")).hasStatus(201);
		assertThat(post("/secrets", key, "a")).hasStatus(409).bodyText().contains("idempotency.done");
		assertThat(this.mongo.findAll(IdempotencyRecord.class))
			.noneMatch((known) -> known.body() != null && known.body().contains("s3cret"));
	}

	@Test
	void secretRequestLeavesNoFingerprint() {
		post("/secrets", Ids.next(), "a");
		assertThat(this.mongo.findAll(IdempotencyRecord.class))
			.anyMatch((known) -> known.status() == null && known.request() == null);
	}

	@Test
	void otherSecretRequestWithTheSameKeyIsRefused() {
		var key = Ids.next();
		post("/secrets", key, "a");
		assertThat(post("/secrets", key, "b")).hasStatus(409).bodyText().contains("idempotency.done");
	}

	@Test
	void secretAnswerIsNotStoredAndOtherBodyIsRefused() {
		var key = Ids.next();
		assertThat(post("/secret-answers", key, "a")).hasStatus(201);
		assertThat(post("/secret-answers", key, "a")).hasStatus(409).bodyText().contains("idempotency.done");
		assertThat(post("/secret-answers", key, "b")).hasStatus(422).bodyText().contains("idempotency.key-reused");
		assertThat(this.mongo.findAll(IdempotencyRecord.class))
			.noneMatch((known) -> known.body() != null && known.body().contains("s3cret"));
	}

	@Test
	void bodyCannotBeGuessedFromItsFingerprint() throws NoSuchAlgorithmException {
		var key = Ids.next();
		post("/notes", key, "a");
		var plain = HexFormat.of()
			.formatHex(MessageDigest.getInstance("SHA-256")
				.digest("{\"text\":\"a\",\"key\":\"%s\"}".formatted(key).getBytes(StandardCharsets.UTF_8)));
		assertThat(this.mongo.findAll(IdempotencyRecord.class)).isNotEmpty()
			.noneMatch((known) -> plain.equals(known.request()));
	}

	@Test
	void sameKeyOfOtherAddressIsOtherRequest() {
		var key = Ids.next();
		assertThat(post("/notes", key, "a", "203.0.113.1")).hasStatus(201);
		assertThat(post("/notes", key, "b", "203.0.113.2")).hasStatus(201);
		assertThat(post("/notes", key, "a", "203.0.113.1")).hasStatus(201).hasHeader("Idempotency-Replayed", "true");
		assertThat(count(key)).isEqualTo(2);
	}

	@Test
	void keyOfRunningRequestIsRefused() throws Exception {
		var key = Ids.next();
		var first = CompletableFuture.supplyAsync(() -> post("/notes", key, "slow"));
		assertThat(this.gate.entered().await(30, TimeUnit.SECONDS)).isTrue();
		assertThat(post("/notes", key, "slow")).hasStatus(409)
			.hasHeader("Retry-After", "1")
			.bodyText()
			.contains("idempotency.in-progress");
		this.gate.leave().countDown();
		assertThat(first.get()).hasStatus(201);
		assertThat(count(key)).isOne();
	}

	@Test
	void conflictingTransactionIsRepeated() {
		var key = Ids.next();
		assertThat(post("/notes", key, "raced")).hasStatus(201);
		assertThat(this.gate.races()).hasValue(3);
		assertThat(count(key)).isOne();
	}

	@Test
	void invalidKeyIsRefused() {
		assertThat(post("/notes", " ", "a")).hasStatus(400).bodyText().contains("idempotency.invalid-key");
		assertThat(post("/notes", "k".repeat(129), "a")).hasStatus(400);
	}

	private long count(String key) {
		return this.mongo.getCollection("notes").countDocuments(new Document("key", key));
	}

	private MvcTestResult post(String uri, @Nullable String key, String text) {
		return post(uri, key, text, "203.0.113.7");
	}

	private MvcTestResult post(String uri, @Nullable String key, String text, String address) {
		var request = this.mvc.post()
			.uri(uri)
			.contentType(MediaType.APPLICATION_JSON)
			.header("X-Forwarded-For", address);
		if (key != null) {
			request.header("Idempotency-Key", key);
		}
		return request.content("{\"text\": \"" + text + "\", \"key\": \"" + key + "\"}").exchange();
	}

	private static String body(MvcTestResult answer) {
		try {
			return answer.getResponse().getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Configuration
	@EnableAutoConfiguration
	@Import(NoteController.class)
	static class Notes {

		@Bean
		Gate gate() {
			return new Gate(new CountDownLatch(1), new CountDownLatch(1), new AtomicInteger());
		}

	}

	record Gate(CountDownLatch entered, CountDownLatch leave, AtomicInteger races) {
	}

	/** Optional components are those that another version does not have. */
	record Note(String text, String key, @Nullable String later, List<String> latest) {

		Note {
			latest = Objects.requireNonNullElse(latest, List.of());
		}

	}

	@RestController
	static class NoteController {

		private final MongoTemplate mongo;

		private final Gate gate;

		NoteController(MongoTemplate mongo, Gate gate) {
			this.mongo = mongo;
			this.gate = gate;
		}

		@Idempotent
		@PostMapping("/notes")
		ResponseEntity<Data<String>> add(@RequestBody Note note) throws InterruptedException {
			var id = Ids.next();
			this.mongo.insert(new Document("_id", id).append("key", note.key()), "notes");
			if (note.text().equals("refused")) {
				throw RefusalException.conflict("note.refused", "No.");
			}
			if (note.text().equals("raced") && this.gate.races().incrementAndGet() < 3) {
				var conflict = new MongoException(112, "another transaction was in the way");
				conflict.addLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
				throw conflict;
			}
			if (note.text().equals("slow")) {
				this.gate.entered().countDown();
				this.gate.leave().await();
			}
			return ResponseEntity.created(URI.create("/notes/" + id)).eTag("0").body(new Data<>(id));
		}

		@Idempotent(secret = true)
		@PostMapping("/secrets")
		ResponseEntity<Data<String>> secret(@RequestBody Note note) {
			return ResponseEntity.created(URI.create("/secrets/" + note.key())).body(new Data<>("s3cret"));
		}

		@Idempotent(secretAnswer = true)
		@PostMapping("/secret-answers")
		ResponseEntity<Data<String>> secretAnswer(@RequestBody Note note) {
			return secret(note);
		}

	}

}
