package org.parley.media.use;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.media.MediaIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.jobs.Job;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class MediaUseIT extends MediaIT {

	private static final String SNAPSHOT = "media-use.snapshot";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private Job cleanUpMedia;

	@Test
	void usedMediumStaysAndGoesADayAfterItsLastUse() {
		var alice = aPerson();
		var id = aReadyPicture(alice).path("id").asString();
		var first = Ids.next();
		var second = Ids.next();
		use(alice, first, 0, "restricted", id);
		use(alice, second, 0, "restricted", id);
		awaitUses(id, 2);
		cleanAfter(Duration.ofDays(2));
		assertThat(this.api.get(alice, "/" + id).status()).isEqualTo(200);
		use(alice, first, 1, "restricted");
		awaitUses(id, 1);
		cleanAfter(Duration.ofDays(2));
		assertThat(this.api.get(alice, "/" + id).status()).isEqualTo(200);
		use(alice, second, 1, "restricted");
		awaitUses(id, 0);
		cleanAfter(Duration.ofHours(23));
		assertThat(this.api.get(alice, "/" + id).status()).isEqualTo(200);
		cleanAfter(Duration.ofHours(2));
		refused(this.api.get(alice, "/" + id), 404, "media.not-found");
	}

	@Test
	void addressIsUnsignedWhileSomethingPublicUsesTheMedium() {
		var alice = aPerson();
		var media = aReadyPicture(alice);
		var id = media.path("id").asString();
		var unsigned = unsigned(media.at("/variants/0/url").asString());
		var secret = Ids.next();
		var open = Ids.next();
		use(alice, secret, 0, "restricted", id);
		awaitUses(id, 1);
		assertThat(file(unsigned).statusCode()).isEqualTo(404);
		assertThat(url(alice, id)).contains("?expires=");
		use(alice, open, 0, "everyone", id);
		eventually().untilAsserted(() -> assertThat(url(alice, id)).isEqualTo(unsigned));
		var file = file(unsigned);
		assertThat(file.statusCode()).isEqualTo(200);
		assertThat(file.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
		use(alice, open, 1, "everyone");
		eventually().untilAsserted(() -> assertThat(file(unsigned).statusCode()).isEqualTo(404));
		assertThat(file(url(alice, id)).statusCode()).isEqualTo(200);
	}

	@Test
	void othersReadMediumWhileSomethingPublicUsesIt() {
		var alice = aPerson();
		var bob = aPerson();
		var id = aReadyPicture(alice).path("id").asString();
		var open = Ids.next();
		use(alice, Ids.next(), 0, "restricted", id);
		awaitUses(id, 1);
		refused(this.api.get(bob, "/" + id), 404, "media.not-found");
		use(alice, open, 0, "everyone", id);
		eventually().untilAsserted(() -> assertThat(this.api.get(bob, "/" + id).status()).isEqualTo(200));
		assertThat(this.api.get(TestUser.GUEST, "/" + id).status()).isEqualTo(200);
		assertThat(url(bob, id)).isEqualTo(url(alice, id));
		use(alice, open, 1, "everyone");
		eventually().untilAsserted(() -> refused(this.api.get(bob, "/" + id), 404, "media.not-found"));
		refused(this.api.get(TestUser.GUEST, "/" + id), 404, "media.not-found");
	}

	@Test
	void privateAccountEndsUnsignedAddressesOfItsPostsAtOnce() {
		var alice = aPerson();
		var media = aReadyPicture(alice);
		var id = media.path("id").asString();
		var unsigned = unsigned(media.at("/variants/0/url").asString());
		use(alice, Ids.next(), 0, "account", id);
		eventually().untilAsserted(() -> assertThat(file(unsigned).statusCode()).isEqualTo(200));
		setPrivate(alice, true, 1);
		eventually().untilAsserted(() -> assertThat(file(unsigned).statusCode()).isEqualTo(404));
		assertThat(url(alice, id)).contains("?expires=");
		setPrivate(alice, false, 0);
		use(alice, Ids.next(), 0, "everyone", id);
		eventually().untilAsserted(() -> assertThat(file(unsigned).statusCode()).isEqualTo(200));
	}

	@Test
	void snapshotRestoresMissedUsesAndLeavesNewerOnes() {
		var alice = aPerson();
		var missed = aReadyPicture(alice).path("id").asString();
		var ended = aReadyPicture(alice).path("id").asString();
		var newer = aReadyPicture(alice).path("id").asString();
		var subject = Ids.next();
		var other = Ids.next();
		use(alice, subject, 1, "restricted", ended);
		use(alice, other, 4, "restricted", newer);
		awaitUses(ended, 1);
		awaitUses(newer, 1);
		use(SNAPSHOT, alice, other, 3, "everyone");
		use(SNAPSHOT, alice, subject, 2, "restricted", missed);
		awaitUses(missed, 1);
		awaitUses(ended, 0);
		use(SNAPSHOT, alice, subject, 3, "restricted");
		awaitUses(missed, 0);
		awaitUses(newer, 1);
		var unused = Ids.next();
		use(SNAPSHOT, alice, unused, 9, "restricted");
		use(SNAPSHOT, alice, subject, 4, "restricted", missed);
		awaitUses(missed, 1);
		assertThat(this.mongo.findAll(Document.class, "media_uses"))
			.noneMatch((document) -> document.toJson().contains(unused));
	}

	@Test
	void snapshotRestoresMissedPrivacyAndLeavesNewerOne() {
		var alice = aPerson();
		var media = aReadyPicture(alice);
		var unsigned = unsigned(media.at("/variants/0/url").asString());
		use(alice, Ids.next(), 0, "account", media.path("id").asString());
		eventually().untilAsserted(() -> assertThat(file(unsigned).statusCode()).isEqualTo(200));
		setPrivate("social-account.snapshot", alice, true, 3);
		eventually().untilAsserted(() -> assertThat(file(unsigned).statusCode()).isEqualTo(404));
		setPrivate("social-account.snapshot", alice, false, 2);
		var marker = aReadyPicture(alice).path("id").asString();
		use(alice, Ids.next(), 0, "restricted", marker);
		awaitUses(marker, 1);
		assertThat(file(unsigned).statusCode()).isEqualTo(404);
	}

	@Test
	void lateAndRepeatedEventsChangeNothing() {
		var alice = aPerson();
		var id = aReadyPicture(alice).path("id").asString();
		var subject = Ids.next();
		use(alice, subject, 3, "restricted");
		use(alice, subject, 2, "everyone", id);
		use(alice, subject, 4, "restricted", id);
		use(alice, subject, 4, "restricted", id);
		use(alice, subject, 1, "everyone");
		var marker = aReadyPicture(alice).path("id").asString();
		use(alice, Ids.next(), 0, "restricted", marker);
		awaitUses(marker, 1);
		awaitUses(id, 1);
		assertThat(url(alice, id)).contains("?expires=");
	}

	@Test
	void concurrentUsesAreAllCounted() {
		var alice = aPerson();
		var id = aReadyPicture(alice).path("id").asString();
		var subjects = IntStream.range(0, 12).mapToObj((_) -> Ids.next()).toList();
		subjects.forEach((subject) -> use(alice, subject, 0, "everyone", id));
		awaitUses(id, 12);
		subjects.forEach((subject) -> use(alice, subject, 1, "everyone"));
		awaitUses(id, 0);
		assertThat(url(alice, id)).contains("?expires=");
	}

	@Test
	void anotherPersonsUseDoesNotCount() {
		var alice = aPerson();
		var id = aReadyPicture(alice).path("id").asString();
		var own = aReadyPicture(alice).path("id").asString();
		use(aPerson(), Ids.next(), 0, "everyone", id);
		use(alice, Ids.next(), 0, "restricted", own);
		awaitUses(own, 1);
		cleanAfter(Duration.ofDays(2));
		refused(this.api.get(alice, "/" + id), 404, "media.not-found");
	}

	@Test
	void mediumThatItsOwnerRemovesStaysForACaseOnly() {
		var alice = aPerson();
		var media = aReadyPicture(alice);
		var id = media.path("id").asString();
		var signed = media.at("/variants/0/url").asString();
		var reported = Ids.next();
		useByCase(alice, reported, 0, id);
		use(alice, Ids.next(), 0, "everyone", id);
		awaitUses(id, 2);
		assertThat(this.api.delete(alice, "/" + id).status()).isEqualTo(204);
		refused(this.api.get(alice, "/" + id), 404, "media.not-found");
		assertThat(this.api.get(alice, "").data()).isEmpty();
		assertThat(file(unsigned(signed)).statusCode()).isEqualTo(404);
		assertThat(file(signed).statusCode()).isEqualTo(200);
		useByCase(alice, reported, 1);
		eventually().untilAsserted(() -> assertThat(file(signed).statusCode()).isEqualTo(404));
	}

	@Test
	void erasureRemovesUses() {
		var gone = aPerson();
		var id = aReadyPicture(gone).path("id").asString();
		setPrivate(gone, true, 1);
		use(gone, Ids.next(), 0, "restricted", id);
		awaitUses(id, 1);
		var kit = new PersonalDataKit(this.rabbit, this.broker, "media.events", "media_work");
		assertThat(kit.erase(gone.id())).containsEntry("media-uses", 1L).containsEntry("private-account", 1L);
		for (var collection : List.of("media_uses", "private_accounts")) {
			assertThat(this.mongo.findAll(Document.class, collection)).as(collection)
				.noneMatch((document) -> document.toJson().contains(gone.id()));
		}
	}

	private void use(TestUser owner, String subject, long version, String audience, String... media) {
		use("media-use.changed", owner, subject, version, audience, media);
	}

	private void useByCase(TestUser owner, String id, long version, String... media) {
		send("media-use.changed", (data) -> {
			set(data, owner, id, version, "restricted", media);
			data.withObject("/use/subject").put("kind", "moderation-case");
		});
	}

	private void use(String type, TestUser owner, String subject, long version, String audience, String... media) {
		send(type, (data) -> set(data, owner, subject, version, audience, media));
	}

	private static void set(ObjectNode data, TestUser owner, String subject, long version, String audience,
			String... media) {
		data.put("version", version);
		var use = data.withObject("/use").put("ownerId", owner.id()).put("audience", audience);
		use.withObject("/subject").put("id", subject);
		var ids = use.putArray("mediaIds");
		List.of(media).forEach(ids::add);
	}

	private void setPrivate(TestUser person, boolean closed, long version) {
		setPrivate("social-account.changed", person, closed, version);
	}

	private void setPrivate(String type, TestUser person, boolean closed, long version) {
		send(type, (data) -> {
			data.put("version", version).put("privateAccount", closed);
			data.withObject("/person").put("id", person.id());
		});
	}

	private void send(String type, Consumer<ObjectNode> change) {
		var event = (ObjectNode) JSON.readTree(EventContract.example(type));
		event.put("id", Ids.next());
		change.accept(event.withObject("/data"));
		assertThat(EventContract.violations(event.toString())).isEmpty();
		this.rabbit.send(Topology.lettersOf("media_work"), Topology.AGAIN,
				MessageBuilder.withBody(event.toString().getBytes(StandardCharsets.UTF_8)).build());
	}

	private void awaitUses(String id, int count) {
		eventually().untilAsserted(() -> {
			var medium = this.mongo.getCollection("media")
				.find(new Document("_id", id))
				.into(new ArrayList<>())
				.getFirst();
			assertThat(medium.get("uses", new Document()).getInteger("all", 0)).isEqualTo(count);
			assertThat(medium.containsKey("cleanAt")).isEqualTo(count == 0);
		});
	}

	private void cleanAfter(Duration time) {
		this.clock.move(time);
		this.cleanUpMedia.run();
	}

	private String url(TestUser owner, String id) {
		return this.api.get(owner, "/" + id).data().at("/variants/0/url").asString();
	}

	private static String unsigned(String url) {
		return url.substring(0, url.indexOf('?'));
	}

	private static ConditionFactory eventually() {
		return Awaitility.await().atMost(Duration.ofSeconds(30));
	}

}
