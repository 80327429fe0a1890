package org.parley.social;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.social.SocialPostStatus;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.snapshot.Snapshot;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.QueryExplanation;
import org.parley.platform.test.media.TestMedia;
import org.parley.social.post.SocialPost;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

/** Snapshots contain everything that decides who sees what. */
class SocialSnapshotIT extends SocialServiceIT {

	private static final Set<String> DECIDING = Set.of("posts", "people", "follows", "blocks", "person_pairs");

	@Autowired
	private List<Snapshot> snapshots = List.of();

	@Autowired
	private JsonMapper json;

	private final TestMedia media;

	/** Sorts before everything that the test creates, and after what others created. */
	private final String start = Ids.next();

	@Autowired
	SocialSnapshotIT(RabbitTemplate rabbit, AmqpAdmin broker) {
		this.media = new TestMedia(rabbit, broker, "social.events", "social_members");
	}

	@Test
	void snapshotPublishesPostsAccountsFollowsAndBlocks() {
		var alice = aPerson();
		var bob = aPrivatePerson();
		var carol = aPerson();
		isFollowedBy(alice, carol);
		follow(alice, bob);
		follow(carol, bob);
		approve(bob, carol);
		unfollow(carol, alice);
		isFollowedBy(alice, carol);
		block(alice, bob);
		var shown = aPost(alice, "followers");
		var deleted = aPost(bob, "public");
		this.api.delete(bob, "/posts/" + deleted);
		assertThat(all("social-post.snapshot", 1)
			.map((event) -> text(event, "/post/id") + text(event, "/post/visibility") + text(event, "/post/status")))
			.containsExactly(shown + "followers" + "active", deleted + "public" + "deleted");
		assertThat(all("social-account.snapshot", 1)
			.map((event) -> text(event, "/person/id") + text(event, "/privateAccount")))
			.containsExactly(bob.id() + "true");
		assertThat(all("follow.snapshot", 1).map(SocialSnapshotIT::shown)).containsExactlyInAnyOrder(
				shown(carol, alice, true, 3), shown(alice, carol, false, 3), shown(carol, bob, true, 2),
				shown(bob, carol, false, 2), shown(alice, bob, false, 2), shown(bob, alice, false, 2));
		assertThat(all("block.snapshot", 1).filter((event) -> event.path("active").asBoolean())
			.map((event) -> text(event, "/blocker/id") + text(event, "/blocked/id")))
			.containsExactly(alice.id() + bob.id());
	}

	@Test
	void relationThatCannotHaveEndedIsNotPublished() {
		var alice = aPerson();
		var bob = aPerson();
		isFollowedBy(alice, bob);
		assertThat(all("follow.snapshot", 200).map(SocialSnapshotIT::shown))
			.containsExactly(shown(bob, alice, true, 1));
		assertThat(all("block.snapshot", 200)).isEmpty();
		block(alice, bob);
		this.api.delete(alice, person(bob) + "/block");
		assertThat(all("block.snapshot", 1).map((event) -> text(event, "/blocker/id") + text(event, "/active")))
			.containsExactlyInAnyOrder(alice.id() + "false", bob.id() + "false");
	}

	@ParameterizedTest
	@EnumSource(SocialPostStatus.class)
	void snapshotOfPostHasEveryStatus(SocialPostStatus status) {
		var post = aPost(aPerson(), "public");
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(post)), Update.update("status", status),
				SocialPost.class);
		assertThat(all("social-post.snapshot", 1).map((event) -> text(event, "/post/status")))
			.containsExactly(status.json());
	}

	@Test
	void snapshotHasMediaOfPostsAndNoneOfDeletedOnes() {
		var alice = aPerson();
		var medium = this.media.ready(alice, "social");
		var shown = aPostOf(alice, medium);
		var deleted = aPostOf(alice, medium);
		this.api.delete(alice, "/posts/" + deleted);
		assertThat(all("media-use.snapshot", 1)
			.map((event) -> text(event, "/use/subject/id") + text(event, "/use/mediaIds/0") + text(event, "/version")))
			.containsExactly(shown + medium + "0", deleted + "1");
	}

	@Test
	void queriesUseIndexes() {
		isFollowedBy(aPerson(), aPerson());
		block(aPerson(), aPerson());
		aPost(aPrivatePerson(), "public");
		var sent = this.commands
			.during(() -> Stream
				.of("social-post.snapshot", "social-account.snapshot", "follow.snapshot", "block.snapshot")
				.forEach((type) -> assertThat(all(type, 1)).isNotEmpty()))
			.stream()
			.filter((command) -> command.getFirstKey().equals("find"))
			.filter((command) -> DECIDING.contains(command.getString("find").getValue()))
			.toList();
		assertThat(sent).extracting((command) -> command.getString("find").getValue()).containsAll(DECIDING);
		for (var command : sent) {
			assertThat(QueryExplanation.of(this.mongo, command).stages()).as(command.toJson())
				.doesNotContain("COLLSCAN", "SORT");
		}
	}

	private String aPostOf(TestUser author, String medium) {
		return this.api.post(author, "/posts", Map.of("media", List.of(medium))).id();
	}

	private static String shown(JsonNode event) {
		return text(event, "/follower/id") + text(event, "/followee/id") + text(event, "/active")
				+ text(event, "/version");
	}

	private static String shown(TestUser follower, TestUser followee, boolean active, long version) {
		return follower.id() + followee.id() + active + version;
	}

	private static String text(JsonNode event, String pointer) {
		return event.at(pointer).asString();
	}

	private Stream<JsonNode> all(String type, int limit) {
		var snapshot = this.snapshots.stream().filter((one) -> one.type().equals(type)).findFirst().orElseThrow();
		return Stream
			.<List<? extends ParleyEvent>>iterate(snapshot.after(this.start, limit), (page) -> !page.isEmpty(),
					(page) -> snapshot.after(snapshot.position(page.getLast()), limit))
			.<ParleyEvent>flatMap(List::stream)
			.map(this::valid);
	}

	private JsonNode valid(ParleyEvent event) {
		assertThat(EventContract.violations(event.type(), this.json.writeValueAsString(event))).isEmpty();
		return this.json.valueToTree(event);
	}

}
