package org.parley.auth;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.contracts.media.MediaUseChanged;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.snapshot.Snapshot;
import org.parley.platform.readmodels.media.MediaAddresses;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.media.TestMedia;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Media as pictures of people. */
@AuthTest
class AvatarIT extends Scene {

	private static final String PURPOSE = "avatar";

	private final TestMedia media;

	private final MediaAddresses addresses;

	@Autowired
	private List<Snapshot> snapshots = List.of();

	@Autowired
	private JsonMapper json;

	@Autowired
	AvatarIT(RabbitTemplate rabbit, AmqpAdmin broker, MediaAddresses addresses) {
		this.media = new TestMedia(rabbit, broker, "auth.events", "auth_data");
		this.addresses = addresses;
	}

	@Test
	void mediumBecomesThePictureWithAnUnsignedAddress() {
		var alice = this.api.register();
		var id = this.media.ready(alice, PURPOSE);
		var changed = change(alice, "{\"avatarMediaId\": \"" + id + "\"}");
		assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
		var url = this.addresses.unsigned(id + "/0000000000000000000000000000c0de.jpg");
		assertThat(changed.data().path("avatarMediaId").asString()).isEqualTo(id);
		for (var seen : new JsonNode[] { changed.data(), me(alice),
				this.api.get("/api/v1/users/" + alice.username()).as(alice).send().data() }) {
			assertThat(seen.path("avatarUrl").asString()).isEqualTo(url);
		}
		var told = this.postbox.about(alice.id(), "user.profile-changed").at("/data/user");
		assertThat(told.path("avatarPath").asString()).isEqualTo(id + "/0000000000000000000000000000c0de.jpg");
		assertThat(told.has("avatarUrl")).isFalse();
		var use = this.media.uses(alice.id(), 1).getFirst();
		assertThat(use.at("/use/mediaIds/0").asString()).isEqualTo(id);
		assertThat(use.at("/use/audience").asString()).isEqualTo("everyone");
		assertThat(use.at("/use/subject/kind").asString()).isEqualTo(PURPOSE);
	}

	@Test
	void otherPropertiesKeepThePictureAndNullRemovesIt() {
		var alice = this.api.register();
		var id = this.media.ready(alice, PURPOSE);
		change(alice, "{\"avatarMediaId\": \"" + id + "\"}");
		assertThat(change(alice, "{\"bio\": \"Hello\"}").data().path("avatarMediaId").asString()).isEqualTo(id);
		var removed = change(alice, "{\"avatarMediaId\": null}").data();
		assertThat(removed.path("avatarMediaId").isNull()).isTrue();
		assertThat(removed.path("avatarUrl").isNull()).isTrue();
		assertThat(removed.path("bio").asString()).isEqualTo("Hello");
		assertThat(this.media.uses(alice.id(), 2).getLast().at("/use/mediaIds").isEmpty()).isTrue();
	}

	@Test
	void remoteAddressReplacesTheMediumAndBack() {
		var alice = this.api.register();
		var id = this.media.ready(alice, PURPOSE);
		change(alice, "{\"avatarMediaId\": \"" + id + "\"}");
		var remote = change(alice, "{\"avatarUrl\": \"https://example.org/a.png\"}").data();
		assertThat(remote.path("avatarUrl").asString()).isEqualTo("https://example.org/a.png");
		assertThat(remote.path("avatarMediaId").isNull()).isTrue();
		var back = change(alice, "{\"avatarMediaId\": \"" + id + "\"}").data();
		assertThat(back.path("avatarUrl").asString()).startsWith(this.addresses.unsigned(id + "/"));
		assertThat(this.media.uses(alice.id(), 3)).extracting((use) -> use.at("/use/mediaIds").size())
			.containsExactly(1, 0, 1);
	}

	@Test
	void unavailableMediaAreRefused() {
		var alice = this.api.register();
		for (var id : new String[] { this.media.ready(this.api.register(), PURPOSE), this.media.ready(alice, "social"),
				this.media.refused(alice, PURPOSE), Ids.next(), "x", "" }) {
			var refused = change(alice, "{\"avatarMediaId\": \"" + id + "\"}");
			assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
			assertThat(refused.code()).isEqualTo("media.unavailable");
			assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("avatarMediaId");
		}
		for (var body : new String[] { "{\"avatarMediaId\": 7}", "{\"avatarMediaId\": {}}",
				"{\"avatarMediaId\": null, \"avatarUrl\": \"\"}" }) {
			var refused = change(alice, body);
			assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
			assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("avatarMediaId");
		}
	}

	@Test
	void removedMediumIsNoLongerThePicture() {
		var alice = this.api.register();
		var id = this.media.ready(alice, PURPOSE);
		change(alice, "{\"avatarMediaId\": \"" + id + "\"}");
		this.media.remove(id, alice, PURPOSE, 5);
		await().untilAsserted(() -> assertThat(me(alice).path("avatarUrl").isNull()).isTrue());
		assertThat(this.media.uses(alice.id(), 2).getLast().at("/use/mediaIds").isEmpty()).isTrue();
	}

	@Test
	void snapshotHasThePictureOrNone() {
		var snapshot = this.snapshots.stream()
			.filter((one) -> one.type().equals("media-use.snapshot"))
			.findFirst()
			.orElseThrow();
		var start = Ids.next();
		var alice = this.api.register();
		var bob = this.api.register();
		var id = this.media.ready(alice, PURPOSE);
		change(alice, "{\"avatarMediaId\": \"" + id + "\"}");
		var version = this.media.uses(alice.id(), 1).getFirst().path("version").asLong();
		var published = snapshot.after(start, 100).stream().map(MediaUseChanged.class::cast).toList();
		assertThat(published).extracting(MediaUseChanged::subject).contains(alice.id(), bob.id());
		assertThat(published).filteredOn((use) -> use.subject().equals(alice.id())).singleElement().satisfies((use) -> {
			assertThat(use.use().mediaIds()).containsExactly(id);
			assertThat(use.version()).isGreaterThanOrEqualTo(version);
		});
		assertThat(published).filteredOn((use) -> use.subject().equals(bob.id()))
			.allMatch((use) -> use.use().mediaIds().isEmpty());
		assertThat(published).allSatisfy(
				(use) -> assertThat(EventContract.violations(use.type(), this.json.writeValueAsString(use))).isEmpty());
	}

	private TestResponse change(TestUser somebody, String body) {
		return this.api.patch("/api/v1/users/me", body).as(somebody).send();
	}

	private JsonNode me(TestUser somebody) {
		return this.api.get("/api/v1/users/me").as(somebody).send().data();
	}

}
