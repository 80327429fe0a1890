package org.parley.social.feed;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.event.PublishedEvents;
import org.parley.social.SocialServiceIT;
import org.parley.social.feed.store.FeedRounds;
import org.parley.social.feed.store.LargeAuthors;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

class FeedIT extends SocialServiceIT {

	@Autowired
	private LargeAuthors largeAuthors;

	@Autowired
	private FeedRounds rounds;

	@Autowired
	private FeedSignal signal;

	@Autowired
	private FillFeed fillFeed;

	@Test
	void postReachesEveryFollowerOnceAndItsAuthor() {
		var alice = aPerson();
		var bob = aPerson();
		var carol = aPerson();
		isFollowedBy(alice, bob, carol);
		var first = aPost(alice, "public");
		var second = aPost(alice, "followers");
		aPost(aPerson(), "public");
		for (var reader : List.of(bob, carol, alice)) {
			feedBecomes(reader, second, first);
		}
	}

	@Test
	void privatePostIsOnlyInItsAuthorsFeed() {
		var alice = aPerson();
		var bob = aPerson();
		isFollowedBy(alice, bob);
		var secret = aPost(alice, "private");
		var shown = aPost(alice, "public");
		feedBecomes(bob, shown);
		feedBecomes(alice, shown, secret);
		this.api.patch(alice, "/posts/" + secret, Map.of("visibility", "followers"));
		feedBecomes(bob, shown, secret);
		this.api.patch(alice, "/posts/" + secret, Map.of("visibility", "private"));
		assertThat(ids(bob, "/feed")).containsExactly(shown);
	}

	@Test
	void followingFillsInTheLatestPosts() {
		var alice = aPerson();
		var bob = aPerson();
		var carol = aPerson();
		isFollowedBy(alice, carol);
		var posts = IntStream.range(0, 5).mapToObj((_) -> aPost(alice, "followers")).toList();
		feedBecomes(carol, posts.reversed().toArray(String[]::new));
		follow(bob, alice);
		feedBecomes(bob, posts.get(4), posts.get(3), posts.get(2));
	}

	@Test
	void requestFillsNothingUntilItIsApproved() {
		var alice = aPrivatePerson();
		var bob = aPerson();
		var post = aPost(alice, "public");
		follow(bob, alice);
		assertThat(ids(bob, "/feed")).isEmpty();
		approve(alice, bob);
		feedBecomes(bob, post);
	}

	@Test
	void unfollowAndBlockRemovePostsAtOnce() {
		var alice = aPerson();
		var bob = aPerson();
		var carol = aPerson();
		isFollowedBy(alice, bob, carol);
		var post = aPost(alice, "public");
		feedBecomes(bob, post);
		feedBecomes(carol, post);
		noRoundIsLeft(post);
		unfollow(bob, alice);
		assertThat(ids(bob, "/feed")).isEmpty();
		block(carol, alice);
		assertThat(ids(carol, "/feed")).isEmpty();
		assertThat(entriesOf(alice)).isEmpty();
	}

	@Test
	void deletedPostLeavesFeeds() {
		var alice = aPerson();
		var bob = aPerson();
		isFollowedBy(alice, bob);
		var post = aPost(alice, "public");
		feedBecomes(bob, post);
		this.api.delete(alice, "/posts/" + post);
		assertThat(ids(bob, "/feed")).isEmpty();
		Awaitility.await().untilAsserted(() -> assertThat(entriesOf(alice)).isEmpty());
	}

	@Test
	void postsOfLargeAuthorsAreMergedOnReading() {
		var alice = aPerson();
		var followers = IntStream.range(0, 7).mapToObj((_) -> aPerson()).toList();
		var reader = followers.getFirst();
		isFollowedBy(alice, reader);
		var early = aPost(alice, "public");
		feedBecomes(reader, early);
		followers.forEach((follower) -> follow(follower, alice));
		Awaitility.await().untilAsserted(() -> assertThat(entriesOf(alice)).hasSameSizeAs(followers));
		var late = aPost(alice, "followers");
		feedBecomes(reader, late, early);
		assertThat(entriesOf(alice)).doesNotContain(late);
		var dave = aPerson();
		isFollowedBy(dave, reader);
		var between = aPost(dave, "public");
		var last = aPost(alice, "public");
		feedBecomes(reader, last, between, late, early);
		unfollow(reader, alice);
		assertThat(ids(reader, "/feed")).containsExactly(between);
	}

	@Test
	void removalOfPostThatWasNeverWrittenReadsNoFollowers() {
		var alice = aPerson();
		var followers = followersOf(alice);
		becomesLarge(alice, Duration.ofMinutes(10));
		var post = aPost(alice, "public");
		feedBecomes(followers.getFirst(), post);
		var sent = removalOf(alice, post);
		assertThat(sent).noneMatch((command) -> isAbout(command, "find", "follows", alice.id())
				&& command.getDocument("filter").containsKey("followeeId"));
		assertThat(sent).noneMatch((command) -> isAbout(command, "delete", "feed", post));
	}

	@Test
	void removalOfPostFromBeforeItsAuthorWasLargeEmptiesFeeds() {
		var alice = aPerson();
		var reader = aPerson();
		isFollowedBy(alice, reader);
		var created = new PublishedEvents(this.broker, this.rabbit, "social.events", "social-post.created");
		var early = aPost(alice, "public");
		awaitWritten(early, created);
		var followers = followersOf(alice);
		Awaitility.await().untilAsserted(() -> assertThat(entriesOf(alice)).hasSize(1 + followers.size()));
		becomesLarge(alice, Duration.ZERO);
		var sent = removalOf(alice, early);
		assertThat(sent).anyMatch((command) -> isAbout(command, "delete", "feed", early));
		assertThat(entriesOf(alice)).doesNotContain(early);
	}

	@Test
	void followingLargeAuthorFillsNothingIn() {
		var alice = aPerson();
		aPost(alice, "public");
		followersOf(alice);
		becomesLarge(alice, Duration.ZERO);
		var reader = aPerson();
		follow(reader, alice);
		this.fillFeed.fill(reader.id(), alice.id());
		assertThat(this.mongo.exists(new Query(Criteria.where("_id").regex("^" + reader.id() + ":")), "feed"))
			.isFalse();
	}

	@Test
	void feedKeepsTheLatestEntries() {
		var alice = aPerson();
		var bob = aPerson();
		isFollowedBy(alice, bob);
		var posts = IntStream.range(0, 15).mapToObj((_) -> aPost(alice, "public")).toList();
		feedBecomes(bob, posts.subList(3, 15).reversed().toArray(String[]::new));
	}

	@Test
	void feedPagesRepeatNothingWhileOthersWrite() {
		var alice = aPerson();
		var bob = aPerson();
		isFollowedBy(alice, bob);
		var posts = IntStream.range(0, 5).mapToObj((_) -> aPost(alice, "public")).toList();
		feedBecomes(bob, posts.reversed().toArray(String[]::new));
		var first = this.api.get(bob, "/feed?limit=2").body();
		var added = aPost(alice, "public");
		Awaitility.await().untilAsserted(() -> assertThat(ids(bob, "/feed")).contains(added));
		var second = this.api.get(bob, "/feed?limit=2&cursor=" + first.at("/meta/pagination/next").asString()).body();
		assertThat(second.path("data")).extracting((item) -> item.path("id").asString())
			.containsExactly(posts.get(2), posts.get(1));
		var back = this.api.get(bob, "/feed?limit=2&cursor=" + second.at("/meta/pagination/prev").asString()).body();
		assertThat(back.path("data")).extracting((item) -> item.path("id").asString())
			.containsExactly(posts.get(4), posts.get(3));
	}

	@Test
	void interruptedRoundContinuesBehindItsLastPage() {
		var alice = aPerson();
		var followers = IntStream.range(0, 3)
			.mapToObj((_) -> aPerson())
			.sorted(Comparator.comparing(TestUser::id))
			.toList();
		followers.forEach((follower) -> follow(follower, alice));
		var post = aPost(alice, "public");
		followers.forEach((follower) -> feedBecomes(follower, post));
		noRoundIsLeft(post);
		this.mongo.remove(new Query(Criteria.where("_id").regex(":" + post + "$")), "feed");
		this.mongo.insert(new org.bson.Document("_id", post).append("authorId", alice.id())
			.append("removal", false)
			.append("after", followers.getFirst().id())
			.append("dueAt", this.clock.instant())
			.append("tries", 1), "feed_rounds");
		feedBecomes(followers.get(1), post);
		feedBecomes(followers.get(2), post);
		assertThat(ids(followers.getFirst(), "/feed")).isEmpty();
		noRoundIsLeft(post);
	}

	@Test
	void repeatedPageOfARoundChangesNothing() {
		var alice = aPerson();
		var bob = aPerson();
		var carol = aPerson();
		follow(bob, alice);
		follow(carol, alice);
		var post = aPost(alice, "public");
		feedBecomes(bob, post);
		feedBecomes(carol, post);
		noRoundIsLeft(post);
		this.mongo.remove(new Query(Criteria.where("_id").is(carol.id() + ":" + post)), "feed");
		this.mongo.insert(new org.bson.Document("_id", post).append("authorId", alice.id())
			.append("removal", false)
			.append("dueAt", this.clock.instant())
			.append("tries", 0), "feed_rounds");
		feedBecomes(carol, post);
		noRoundIsLeft(post);
		assertThat(entriesOf(alice)).containsExactlyInAnyOrder(post, post);
	}

	/** More followers of an author than posts are written to. */
	private List<TestUser> followersOf(TestUser author) {
		var followers = IntStream.range(0, 7).mapToObj((_) -> aPerson()).toList();
		followers.forEach((follower) -> follow(follower, author));
		return followers;
	}

	/** Stores that an author with many followers became large some time ago. */
	private void becomesLarge(TestUser author, Duration ago) {
		this.clock.move(ago.negated());
		assertThat(this.largeAuthors.isLarge(author.id())).isTrue();
		this.clock.reset();
	}

	/** Removes a post from all feeds; returns the commands. */
	private List<BsonDocument> removalOf(TestUser author, String post) {
		return this.commands.during(() -> {
			this.rounds.start(post, author.id(), true);
			this.signal.afterCommit();
			noRoundIsLeft(post);
		});
	}

	private static boolean isAbout(BsonDocument command, String name, String collection, String id) {
		return command.getFirstKey().equals(name) && command.getString(name).getValue().equals(collection)
				&& command.toJson().contains(id);
	}

	private List<String> entriesOf(TestUser author) {
		var posts = this.mongo
			.find(new Query(Criteria.where("authorId").is(author.id())), org.bson.Document.class, "posts")
			.stream()
			.map((post) -> post.getString("_id"))
			.toList();
		return this.mongo.findAll(org.bson.Document.class, "feed")
			.stream()
			.map((entry) -> entry.getString("_id").replaceFirst(".*:", ""))
			.filter(posts::contains)
			.toList();
	}

}
