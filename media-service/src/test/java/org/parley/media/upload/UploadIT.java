package org.parley.media.upload;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.media.MediaIT;
import org.parley.media.TestPictures;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;

class UploadIT extends MediaIT {

	private static final long MIB = 1024 * 1024;

	private static final String SOME_HASH = "0".repeat(64);

	@Test
	void uploadedPictureBecomesReadyWithVariants() {
		var alice = aPerson();
		var media = upload(alice, "image/jpeg", TestPictures.jpeg(2000, 1000));
		assertThat(media.path("state").asString()).as(media.toString()).isEqualTo("ready");
		assertThat(media.path("kind").asString()).isEqualTo("image");
		assertThat(media.path("width").asInt()).isEqualTo(2000);
		assertThat(media.path("height").asInt()).isEqualTo(1000);
		assertThat(media.path("blurhash").asString()).hasSize(28);
		assertThat(media.path("variants")).extracting((variant) -> variant.path("name").asString())
			.containsExactly("1600", "640", "160", "96");
		assertThat(media.path("variants")).extracting((variant) -> variant.path("height").asInt())
			.containsExactly(800, 320, 80, 48);
	}

	@Test
	void beginNamesTheRequestThatUploads() {
		var begun = begin(aPerson(), "image/png", TestPictures.png(10, 10));
		assertThat(begun.status()).isEqualTo(201);
		assertThat(begun.header("Location")).isEqualTo("/api/v1/media/" + begun.id());
		assertThat(begun.data().at("/upload/method").asString()).isEqualTo("PUT");
		assertThat(begun.data().at("/upload/headers/content-type").asString()).isEqualTo("image/png");
		assertThat(begun.data().at("/upload/headers").has("content-length")).isFalse();
	}

	@Test
	void signatureCoversTypeAndSize() {
		var begun = begin(aPerson(), "image/png", new byte[10]);
		assertThat(put(begun, new byte[11])).isEqualTo(403);
		assertThat(put(begun, new byte[10])).isEqualTo(200);
	}

	@Test
	void completeWithoutBytesIsRefusedAndPossibleLater() {
		var alice = aPerson();
		var picture = TestPictures.png(10, 10);
		var begun = begin(alice, "image/png", picture);
		refused(complete(alice, begun.id()), 409, "media.no-bytes");
		put(begun, picture);
		assertThat(complete(alice, begun.id()).status()).isEqualTo(202);
	}

	@Test
	void repeatedCompleteIsAcceptedAndALaterUploadChangesNothing() {
		var alice = aPerson();
		var picture = TestPictures.png(30, 20);
		var begun = begin(alice, "image/png", picture);
		put(begun, picture);
		assertThat(complete(alice, begun.id()).status()).isEqualTo(202);
		assertThat(put(begun, picture)).isEqualTo(200);
		assertThat(put(begun, new byte[picture.length])).isEqualTo(400);
		assertThat(complete(alice, begun.id()).status()).isEqualTo(202);
		var media = settled(alice, begun.id());
		assertThat(media.path("state").asString()).isEqualTo("ready");
		assertThat(complete(alice, begun.id()).data().path("state").asString()).isEqualTo("ready");
	}

	@Test
	void concurrentCompletesAreOne() throws Exception {
		var alice = aPerson();
		var id = anUpload(alice, "image/png", TestPictures.png(30, 20));
		Callable<TestResponse> complete = () -> complete(alice, id);
		try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
			assertThat(pool.invokeAll(Collections.nCopies(8, complete)))
				.extracting((answer) -> answer.resultNow().status())
				.containsOnly(202);
		}
		assertThat(settled(alice, id).path("state").asString()).isEqualTo("ready");
	}

	@Test
	void strangersGet404AtEveryPath() {
		var alice = aPerson();
		var pending = begin(alice, "image/png", TestPictures.png(10, 10)).id();
		var ready = aReadyPicture(alice).path("id").asString();
		for (var stranger : new TestUser[] { aPerson(), TestUser.with("moderator"),
				TestUser.with("moderator", "admin") }) {
			for (var id : new String[] { pending, ready }) {
				refused(complete(stranger, id), 404, "media.not-found");
				refused(this.api.get(stranger, "/" + id), 404, "media.not-found");
				refused(this.api.patch(stranger, "/" + id, Map.of("alt", "x")), 404, "media.not-found");
				refused(this.api.delete(stranger, "/" + id), 404, "media.not-found");
			}
			assertThat(this.api.get(stranger, "").body().path("data")).isEmpty();
		}
		refused(this.api.get(TestUser.GUEST, "/" + ready), 404, "media.not-found");
		refused(this.api.get(TestUser.GUEST, ""), 401, "auth.required");
		refused(this.api.patch(TestUser.GUEST, "/" + ready, Map.of("alt", "x")), 401, "auth.required");
		refused(this.api.post(TestUser.GUEST, "/uploads", Map.of()), 401, "auth.required");
	}

	@Test
	void invalidRequestsAreRefused() {
		var alice = aPerson();
		for (var wrong : new Object[][] { { "purpose", "wallpaper" }, { "contentType", "image/svg+xml" },
				{ "contentType", "text/html" }, { "size", 0 }, { "size", -1 }, { "size", 1e300 }, { "size", "many" },
				{ "sha256", "x" }, { "sha256", SOME_HASH + "\u0000" }, { "sha256", "A".repeat(64) },
				{ "name", "../../etc/passwd" } }) {
			var body = new HashMap<>(request("image/png", 10, SOME_HASH));
			body.put((String) wrong[0], wrong[1]);
			var answer = this.api.post(alice, "/uploads", body);
			assertThat(answer.status()).as("%s %s", wrong[0], answer).isEqualTo(400);
		}
		refused(this.api.post(alice, "/uploads", request("image/png", 10 * MIB + 1, SOME_HASH)), 422,
				"media.too-large");
		refused(this.api.post(alice, "/uploads", request("video/mp4", 50 * MIB + 1, SOME_HASH)), 422,
				"media.too-large");
		var face = new HashMap<>(request("application/octet-stream", 10 * MIB + 1, SOME_HASH));
		assertThat(this.api.post(alice, "/uploads", face).status()).isEqualTo(201);
		face.put("purpose", "avatar");
		refused(this.api.post(alice, "/uploads", face), 422, "media.too-large");
	}

	@Test
	void quotaIsExactWhenManyUploadsBeginAtOnce() throws Exception {
		var alice = aPerson();
		Callable<TestResponse> begin = () -> this.api.post(alice, "/uploads",
				request("video/mp4", 50 * MIB, SOME_HASH));
		try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
			var answers = pool.invokeAll(Collections.nCopies(25, begin))
				.stream()
				.map((answer) -> answer.resultNow())
				.toList();
			assertThat(answers).filteredOn((answer) -> answer.status() == 201).hasSize(10);
			assertThat(answers).filteredOn((answer) -> answer.code().equals("media.quota")).hasSize(15);
			var first = answers.stream().filter((answer) -> answer.status() == 201).findFirst().orElseThrow();
			assertThat(this.api.delete(alice, "/" + first.id()).status()).isEqualTo(204);
			refused(begin.call(), 409, "media.quota");
			this.clock.move(Duration.ofMinutes(61));
			wakeWorkers();
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.untilAsserted(() -> assertThat(begin.call().status()).isEqualTo(201));
			refused(begin.call(), 409, "media.quota");
		}
	}

	@Test
	void refusedMediumReleasesItsQuotaWhenItsAddressHasExpired() {
		var alice = aPerson();
		var refused = upload(alice, "image/png", new byte[1000]);
		assertThat(refused.path("state").asString()).isEqualTo("refused");
		assertThat(used(alice)).isEqualTo(1000);
		this.clock.move(Duration.ofMinutes(61));
		wakeWorkers();
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> used(alice) == 0);
	}

	@Test
	void fileStoredAfterRemovalCountsUntilItIsDeleted() {
		var alice = aPerson();
		var bytes = new byte[1000];
		var begun = begin(alice, "image/png", bytes);
		assertThat(this.api.delete(alice, "/" + begun.id()).status()).isEqualTo(204);
		assertThat(put(begun, bytes)).isEqualTo(200);
		assertThat(used(alice)).isEqualTo(1000);
		this.clock.move(Duration.ofMinutes(61));
		wakeWorkers();
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> used(alice) == 0);
		assertThat(STORAGE.count("uploads/" + begun.id())).isZero();
	}

	private long used(TestUser person) {
		var quota = this.mongo.getCollection("storage_quotas").find(new Document("_id", person.id())).first();
		return Objects.requireNonNull(quota).getLong("used");
	}

	@Test
	void repeatedIdempotencyKeyBeginsOneUpload() {
		var alice = aPerson();
		var body = request("image/png", 10, SOME_HASH);
		var first = this.api.post(alice, "/uploads", body, "Idempotency-Key", "a-key-of-mine-1");
		var again = this.api.post(alice, "/uploads", body, "Idempotency-Key", "a-key-of-mine-1");
		assertThat(again.id()).isEqualTo(first.id());
		assertThat(this.api.get(alice, "").body().path("data")).hasSize(1);
	}

	@Test
	void alternativeTextIsChangedByTheCurrentVersion() {
		var alice = aPerson();
		var path = "/" + aReadyPicture(alice).path("id").asString();
		var tag = this.api.get(alice, path).header("ETag");
		var described = this.api.patch(alice, path, Map.of("alt", " A picture "), "If-Match", tag);
		assertThat(described.data().path("alt").asString()).isEqualTo("A picture");
		assertThat(this.api.patch(alice, path, Map.of("alt", "A picture")).body()).isEqualTo(described.body());
		refused(this.api.patch(alice, path, Map.of("alt", "Other"), "If-Match", tag), 412,
				"request.precondition-failed");
		assertThat(this.api.patch(alice, path, Map.of("alt", "")).data().path("alt").isNull()).isTrue();
		assertThat(this.api.patch(alice, path, Map.of("alt", "a\u0000b")).status()).isEqualTo(400);
		assertThat(this.api.patch(alice, path, Map.of()).status()).isEqualTo(400);
	}

	@Test
	void listIsNewestFirstAndItsCursorRepeatsNothing() {
		var alice = aPerson();
		var ids = new String[5];
		for (int i = 0; i < ids.length; i++) {
			ids[i] = begin(alice, "image/png", new byte[10]).id();
		}
		var first = this.api.get(alice, "?limit=3").body();
		assertThat(first.path("data")).extracting((media) -> media.path("id").asString())
			.containsExactly(ids[4], ids[3], ids[2]);
		var next = this.api.get(alice, "?limit=3&cursor=" + first.at("/meta/pagination/next").asString()).body();
		assertThat(next.path("data")).extracting((media) -> media.path("id").asString())
			.containsExactly(ids[1], ids[0]);
	}

	private TestResponse complete(TestUser owner, String id) {
		return this.api.post(owner, "/uploads/" + id + "/complete", null);
	}

}
