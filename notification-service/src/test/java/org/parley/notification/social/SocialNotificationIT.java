package org.parley.notification.social;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture.TestUser;
import org.parley.notification.ServiceFixture;
import org.parley.notification.TestMailServer;
import org.parley.notification.news.NewsRelevance;
import org.parley.notification.social.SocialEvents.TestComment;
import org.parley.notification.social.SocialEvents.TestSocialPost;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.database.SentCommands;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.notification.ServiceFixture.soon;

/** Social posts, comments, reactions and follows notify those who may see them, once. */
@NotificationTest
class SocialNotificationIT {

	private final ServiceFixture fixture;

	private final TestMailServer mailServer;

	private final MongoOperations mongo;

	private final NewsRelevance newsRelevance;

	private final SentCommands sent;

	private final SocialEvents social;

	@Autowired
	SocialNotificationIT(ServiceFixture fixture, TestMailServer mailServer, MongoOperations mongo,
			NewsRelevance newsRelevance, SentCommands sent) {
		this.fixture = fixture;
		this.mailServer = mailServer;
		this.mongo = mongo;
		this.newsRelevance = newsRelevance;
		this.sent = sent;
		this.social = new SocialEvents(fixture);
	}

	@Test
	void commentNotifiesAuthorsAndMentionedPeopleOnce() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var carol = this.fixture.member();
		var post = this.social.publishPost(alice);
		var comment = TestComment.of(bob, post);
		var event = this.social.publishComment(comment, alice, carol);
		assertOnly(alice, "comment", bob.name() + " commented on your post",
				"/social/posts/" + post.id() + "?comment=" + comment.id());
		assertOnly(carol, "mention", bob.name() + " mentioned you in a comment",
				"/social/posts/" + post.id() + "?comment=" + comment.id());
		var answer = comment.answer(carol);
		this.social.publishComment(answer);
		assertOnly(bob, "comment", carol.name() + " answered your comment",
				"/social/posts/" + post.id() + "?comment=" + answer.id());
		soon()
			.untilAsserted(() -> assertThat(only(alice).path("title").asString()).isEqualTo("2 comments on your post"));
		this.social.repeatComment(event, comment, alice, carol);
		this.social.publishComment(comment, alice, carol);
		handleAll();
		assertThat(only(alice).path("count").asInt()).isEqualTo(2);
		assertThat(only(carol).path("count").asInt()).isOne();
	}

	@Test
	void readPostReadsItsNotificationsAndNoOthers() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var read = this.social.publishPost(alice);
		var other = this.social.publishPost(alice);
		this.social.publishComment(TestComment.of(bob, read));
		this.social.publishComment(TestComment.of(bob, other));
		this.social.react(read, bob, "like");
		soon().untilAsserted(() -> assertThat(this.fixture.unreadCount(alice)).isEqualTo(3));
		var address = "/notifications/read-all?socialPost=";
		this.fixture.call(bob, "PUT", address + read.id(), null);
		assertThat(this.fixture.unreadCount(alice)).isEqualTo(3);
		assertThat(this.fixture.call(alice, "PUT", address + read.id(), null).status()).isEqualTo(204);
		assertThat(this.fixture.notifications(alice)).hasSize(3)
			.allSatisfy((one) -> assertThat(one.path("read").asBoolean())
				.isEqualTo(one.path("link").asString().contains(read.id())));
		assertThat(this.fixture.call(alice, "PUT", address + Ids.next(), null).status()).isEqualTo(204);
		assertThat(this.fixture.call(alice, "PUT", address + "nothing", null).status()).isEqualTo(400);
	}

	@Test
	void reporterHearsOutcome() {
		var alice = this.fixture.member();
		var post = TestSocialPost.of(this.fixture.member(), "public");
		var comment = Ids.next();
		var outcome = Map.of("id", Ids.next(), "status", "dismissed", "createdAt", "2026-11-20T10:18:00Z");
		this.fixture.publish("social-report.closed", Map.of("report", outcome, "reported",
				Map.of("kind", "comment", "id", comment, "postId", post.id()), "reporter", alice.person()));
		assertOnly(alice, "report", "A moderator reviewed your report and took no action",
				"/social/posts/" + post.id() + "?comment=" + comment);
	}

	@Test
	void ownActsNotifyNobody() {
		var alice = this.fixture.member();
		var post = this.social.publishPost(alice, alice);
		var comment = TestComment.of(alice, post);
		this.social.publishComment(comment, alice);
		this.social.publishComment(comment.answer(alice));
		this.social.react(post, alice, "like");
		this.social.react(comment, alice, "like");
		handleAll();
		assertThat(this.fixture.notifications(alice)).isEmpty();
	}

	@Test
	void reactionsToOneTargetShareANotificationAndGoWhenTakenBack() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var carol = this.fixture.member();
		var post = this.social.publishPost(alice);
		this.social.react(post, bob, "like");
		assertOnly(alice, "reaction", bob.name() + " reacted to your post", "/social/posts/" + post.id());
		this.social.react(post, bob, "love");
		this.social.react(post, carol, "wow");
		soon().untilAsserted(
				() -> assertThat(only(alice).path("title").asString()).isEqualTo("2 reactions to your post"));
		this.social.react(post, bob, null);
		soon().untilAsserted(() -> assertThat(only(alice).path("title").asString())
			.isEqualTo(carol.name() + " reacted to your post"));
		this.social.react(post, carol, null);
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(alice)).isEmpty());
		assertThat(this.fixture.unreadCount(alice)).isZero();
	}

	@Test
	void reactionThatArrivesAfterItWasTakenBackNotifiesNobody() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var post = this.social.publishPost(alice);
		var earlier = Ids.next();
		Awaitility.await().pollDelay(Duration.ofMillis(5)).until(() -> true);
		this.social.react(post, bob, null);
		soon().until(() -> knows(SocialItem.reactionId(post.id(), bob.id())));
		this.social.react(earlier, post, bob, "like");
		handleAll();
		assertThat(this.fixture.notifications(alice)).isEmpty();
	}

	@Test
	void removedCommentTakesItsNotificationsAndReactionsAlong() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var carol = this.fixture.member();
		var comment = TestComment.of(bob, this.social.publishPost(alice));
		this.social.publishComment(comment, carol);
		this.social.react(comment, carol, "like");
		soon().untilAsserted(() -> {
			assertThat(this.fixture.unreadCount(alice)).isOne();
			assertThat(this.fixture.unreadCount(bob)).isOne();
			assertThat(this.fixture.unreadCount(carol)).isOne();
		});
		this.social.removeComment(comment, 1);
		soon().untilAsserted(() -> List.of(alice, bob, carol)
			.forEach((person) -> assertThat(this.fixture.notifications(person)).isEmpty()));
		this.social.react(comment, this.fixture.member(), "like");
		this.social.editComment(comment, 0, alice);
		handleAll();
		assertThat(this.fixture.notifications(bob)).isEmpty();
		assertThat(this.fixture.notifications(alice)).isEmpty();
	}

	@Test
	void commentThatModerationShowsAgainNotifiesAgain() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var carol = this.fixture.member();
		var first = TestComment.of(bob, this.social.publishPost(alice));
		this.social.publishComment(first);
		var answer = first.answer(carol);
		this.social.publishComment(answer);
		soon().untilAsserted(() -> assertThat(this.fixture.unreadCount(bob)).isOne());
		this.social.removeComment(answer, 1);
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(bob)).isEmpty());
		this.social.restoreComment(answer, 2);
		soon().untilAsserted(() -> assertThat(this.fixture.unreadCount(bob)).isOne());
		this.social.restoreComment(answer, 3);
		handleAll();
		assertThat(this.fixture.notifications(bob)).hasSize(1);
	}

	@Test
	void removalThatArrivesFirstKeepsCommentAndPostFromNotifying() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var post = this.social.publishPost(alice);
		var comment = TestComment.of(bob, post);
		this.social.removeComment(comment, 1);
		soon().until(() -> knows(comment.id()));
		this.social.publishComment(comment);
		var gone = TestSocialPost.of(bob, "public");
		this.social.removePost(gone, 1);
		soon().until(() -> knows(gone.id()));
		this.social.publishPost(gone, alice);
		this.social.publishComment(TestComment.of(this.fixture.member(), gone), alice);
		handleAll();
		assertThat(this.fixture.notifications(alice)).isEmpty();
		assertThat(this.fixture.notifications(bob)).isEmpty();
	}

	@Test
	void editThatArrivesFirstKeepsNobodyUninformed() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var comment = TestComment.of(bob, this.social.publishPost(alice));
		this.social.editComment(comment, 1);
		soon().until(() -> knows(comment.id()));
		this.social.publishComment(comment);
		handleAll();
		assertThat(this.fixture.notifications(alice)).hasSize(1);
	}

	@Test
	void removedPostTakesAllItsNotificationsAlong() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var post = this.social.publishPost(alice, bob);
		this.social.publishComment(TestComment.of(bob, post));
		this.social.react(post, bob, "like");
		soon().untilAsserted(() -> {
			assertThat(this.fixture.unreadCount(alice)).isEqualTo(2);
			assertThat(this.fixture.unreadCount(bob)).isOne();
		});
		this.social.removePost(post, 1);
		soon().untilAsserted(() -> {
			assertThat(this.fixture.notifications(alice)).isEmpty();
			assertThat(this.fixture.notifications(bob)).isEmpty();
			assertThat(this.fixture.unreadCount(alice)).isZero();
		});
	}

	/** One transaction could not remove the notifications of very many in its time. */
	@Test
	void removedPostTakesTheNotificationsOfManyAlongInPages() {
		var author = this.fixture.member();
		var people = IntStream.range(0, 51).mapToObj((_) -> this.fixture.member()).toArray(TestUser[]::new);
		var post = this.social.publishPost(author, Arrays.copyOfRange(people, 0, 17));
		this.social.publishComment(TestComment.of(author, post), Arrays.copyOfRange(people, 17, 34));
		this.social.publishComment(TestComment.of(author, post), Arrays.copyOfRange(people, 34, 51));
		var unread = new Query(Criteria.where("socialPostId").is(post.id()));
		soon().until(() -> this.mongo.count(unread, "notifications") == people.length);
		var removals = this.sent.during(() -> {
			this.social.removePost(post, 1);
			soon().until(() -> this.mongo.count(unread, "notifications") == 0);
		})
			.stream()
			.filter((command) -> command.getFirstKey().equals("delete")
					&& command.getString("delete").getValue().equals("notification_receipts"))
			.map((command) -> List.of(command.getDocument("lsid"), command.getInt64("txnNumber")))
			.toList();
		assertThat(removals).hasSize(people.length);
		assertThat(removals.stream().distinct()).hasSize(2);
	}

	@Test
	void onlyPeopleWhoMaySeeThePostAreNotified() {
		var alice = this.fixture.member();
		var follower = this.fixture.member();
		var stranger = this.fixture.member();
		follow(follower, alice);
		var post = this.social.publishPost(TestSocialPost.of(alice, "followers"), follower, stranger);
		assertOnly(follower, "mention", alice.name() + " mentioned you in a post", "/social/posts/" + post.id());
		this.social.publishPost(TestSocialPost.of(alice, "private"), follower);
		handleAll();
		assertThat(this.fixture.notifications(stranger)).isEmpty();
		assertThat(this.fixture.notifications(follower)).hasSize(1);
		this.social.editPost(post, "private", 1);
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(follower)).isEmpty());
		this.social.editPost(post, "public", 2, stranger);
		assertOnly(stranger, "mention", alice.name() + " mentioned you in a post", "/social/posts/" + post.id());
	}

	@Test
	void editThatRemovesMentionWithdrawsItsUnreadNotification() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var carol = this.fixture.member();
		var post = this.social.publishPost(TestSocialPost.of(alice, "public"), bob, carol);
		soon().until(() -> this.fixture.unreadCount(bob) == 1 && this.fixture.unreadCount(carol) == 1);
		this.social.editPost(post, "public", 1, carol);
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(bob)).isEmpty());
		assertThat(this.fixture.unreadCount(bob)).isZero();
		assertThat(this.fixture.unreadCount(carol)).isOne();
	}

	@Test
	void editOfCommentWithdrawsRemovedMentionsOnly() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var carol = this.fixture.member();
		var comment = TestComment.of(bob, this.social.publishPost(alice));
		this.social.publishComment(comment, alice, carol);
		soon().until(() -> this.fixture.unreadCount(alice) == 1 && this.fixture.unreadCount(carol) == 1);
		this.social.editComment(comment, 1);
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(carol)).isEmpty());
		assertThat(only(alice).path("kind").asString()).isEqualTo("comment");
	}

	@Test
	void publicPostsOfPrivateAccountsAreForFollowers() {
		var alice = this.fixture.member();
		var follower = this.fixture.member();
		var stranger = this.fixture.member();
		follow(follower, alice);
		this.social.publishAccount(alice, true, 1);
		soon().until(() -> this.mongo.exists(byId(alice.id()), "social_accounts"));
		this.social.publishPost(alice, follower, stranger);
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(follower)).hasSize(1));
		handleAll();
		assertThat(this.fixture.notifications(stranger)).isEmpty();
	}

	@Test
	void accountMadePrivateTakesItsNotificationsFromStrangers() {
		var alice = this.fixture.member();
		var follower = this.fixture.member();
		var stranger = this.fixture.member();
		follow(follower, alice);
		this.social.publishPost(alice, follower, stranger);
		soon().until(() -> this.fixture.unreadCount(follower) == 1 && this.fixture.unreadCount(stranger) == 1);
		this.social.publishAccount(alice, true, 1);
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(stranger)).isEmpty());
		assertThat(this.fixture.unreadCount(stranger)).isZero();
		assertThat(this.fixture.notifications(follower)).hasSize(1);
	}

	@Test
	void formerFollowerLosesNotificationsAboutPostsForFollowers() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var carol = this.fixture.member();
		follow(bob, alice);
		follow(carol, alice);
		this.social.publishPost(TestSocialPost.of(alice, "followers"), bob, carol);
		var open = this.social.publishPost(alice, bob);
		soon().until(() -> this.fixture.unreadCount(bob) == 2 && this.fixture.unreadCount(carol) == 1);
		this.social.publishFollow("follow.ended", bob, alice, 2);
		soon().untilAsserted(() -> assertThat(only(bob).path("link").asString()).contains(open.id()));
		assertThat(this.fixture.unreadCount(bob)).isOne();
		assertThat(this.fixture.unreadCount(carol)).isOne();
	}

	@Test
	void formerFollowerHearsNothingOfFurtherComments() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var carol = this.fixture.member();
		follow(bob, alice);
		follow(carol, alice);
		var post = this.social.publishPost(TestSocialPost.of(alice, "followers"));
		var comment = TestComment.of(bob, post);
		this.social.publishComment(comment);
		soon().until(() -> knows(comment.id()));
		this.social.publishFollow("follow.ended", bob, alice, 2);
		soon().until(() -> version(bob.id() + ":follow:" + alice.id()) == 2);
		this.social.publishComment(comment.answer(carol), bob);
		this.social.react(comment, carol, "like");
		handleAll();
		assertThat(this.fixture.notifications(bob)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void blockEitherWaySilencesBothUntilItEnds(boolean blockedByAuthor) {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var post = this.social.publishPost(alice);
		var blocker = blockedByAuthor ? alice : bob;
		var blocked = blockedByAuthor ? bob : alice;
		this.social.publishBlock("block.started", blocker, blocked, 1);
		soon().until(() -> version(blocker.id() + ":block:" + blocked.id()) == 1);
		this.social.publishComment(TestComment.of(bob, post));
		this.social.react(post, bob, "like");
		this.social.publishPost(alice, bob);
		var thread = this.fixture.thread(alice, this.fixture.category("anyone"));
		this.fixture.publishPost(this.fixture.post(bob, thread, 2), "Answer, @" + alice.username());
		handleAll();
		assertThat(this.fixture.notifications(alice)).isEmpty();
		assertThat(this.fixture.notifications(bob)).isEmpty();
		this.social.publishBlock("block.ended", blocker, blocked, 3);
		this.social.publishBlock("block.started", blocker, blocked, 2);
		soon().until(() -> version(blocker.id() + ":block:" + blocked.id()) == 3);
		this.social.publishComment(TestComment.of(bob, post));
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(alice)).hasSize(1));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void blockRemovesEarlierNotificationsOfBoth(boolean blockedByAuthor) {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var carol = this.fixture.member();
		var post = this.social.publishPost(alice, bob);
		this.social.publishComment(TestComment.of(bob, post));
		this.social.react(post, carol, "like");
		this.social.react(post, bob, "like");
		this.social.publishFollow("follow.started", bob, alice, 1);
		var thread = this.fixture.thread(alice, this.fixture.category("anyone"));
		this.fixture.publishPost(this.fixture.post(bob, thread, 2), "Answer, @" + alice.username());
		handleAll();
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(alice)).hasSize(4));
		assertThat(this.fixture.notifications(bob)).hasSize(1);
		var read = this.fixture.notifications(alice).getFirst().path("id").asString();
		assertThat(this.fixture.call(alice, "PUT", "/notifications/" + read + "/read", null).status()).isEqualTo(200);
		this.social.publishBlock("block.started", blockedByAuthor ? alice : bob, blockedByAuthor ? bob : alice, 1);
		soon().untilAsserted(() -> {
			assertThat(this.fixture.notifications(bob)).isEmpty();
			assertThat(this.fixture.notifications(alice)).singleElement().satisfies((left) -> {
				assertThat(left.path("title").asString()).isEqualTo(carol.name() + " reacted to your post");
				assertThat(left.path("count").asInt()).isOne();
			});
		});
	}

	@Test
	void blockOfTheAuthorOfThePostKeepsMentionsByOthersAway() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var post = this.social.publishPost(alice);
		this.social.publishBlock("block.started", bob, alice, 1);
		soon().until(() -> version(bob.id() + ":block:" + alice.id()) == 1);
		this.social.publishComment(TestComment.of(this.fixture.member(), post), bob);
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(alice)).hasSize(1));
		assertThat(this.fixture.notifications(bob)).isEmpty();
	}

	@Test
	void followsAndRequestsNotifyAndAreCalledOff() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		this.social.publishFollow("follow.started", bob, alice, 1);
		assertOnly(alice, "follow", bob.name() + " follows you", "/people/" + bob.username());
		this.social.publishFollow("follow.ended", bob, alice, 2);
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(alice)).isEmpty());
		this.social.publishFollow("follow.started", bob, alice, 1);
		handleAll();
		assertThat(this.fixture.notifications(alice)).isEmpty();
	}

	@Test
	void approvedRequestNotifiesTheFollower() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		this.social.publishFollow("follow.requested", bob, alice, 1);
		assertOnly(alice, "follow", bob.name() + " asks to follow you", "/settings/social/requests");
		this.social.approveFollow(bob, alice, 2);
		assertOnly(bob, "follow", "You follow " + alice.name() + " now", "/people/" + alice.username());
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(alice)).isEmpty());
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void requestAfterOneThatWasReadNotifiesAgain(boolean isEndLate) {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		this.social.publishFollow("follow.requested", bob, alice, 1);
		assertOnly(alice, "follow", bob.name() + " asks to follow you", "/settings/social/requests");
		this.fixture.call(alice, "PUT", "/notifications/read-all", null);
		if (!isEndLate) {
			this.social.publishFollow("follow.ended", bob, alice, 2);
			soon().until(() -> version(bob.id() + ":follow:" + alice.id()) == 2);
		}
		this.social.publishFollow("follow.requested", bob, alice, 3);
		soon().untilAsserted(() -> assertThat(this.fixture.unreadCount(alice)).isOne());
		this.social.publishFollow("follow.ended", bob, alice, 2);
		handleAll();
		assertThat(this.fixture.unreadCount(alice)).isOne();
	}

	@Test
	void waitingMailIsCalledOffByABlockAndByALostRight() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		this.social.publishPost(alice, bob);
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(bob)).hasSize(1));
		var id = only(bob).path("id").asString();
		assertThat(this.newsRelevance.isPushed(id)).isTrue();
		this.social.publishAccount(alice, true, 1);
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(bob)).isEmpty());
		this.social.publishFollow("follow.started", bob, alice, 1);
		soon().until(() -> version(bob.id() + ":follow:" + alice.id()) == 1);
		this.social.publishPost(alice, bob);
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(bob)).hasSize(1));
		var later = only(bob).path("id").asString();
		assertThat(this.newsRelevance.isPushed(later)).isTrue();
		this.social.publishBlock("block.started", alice, bob, 2);
		soon().until(() -> !this.newsRelevance.isPushed(later));
	}

	@Test
	void snapshotsRestoreMissedChangesAndLeaveNewerOnes() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		this.social.publishPost(alice, bob);
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(bob)).hasSize(1));
		var id = only(bob).path("id").asString();
		this.social.publishAccount("social-account.snapshot", alice, true, 1);
		soon().until(() -> !this.newsRelevance.isPushed(id));
		this.social.restoreFollow(bob, alice, true, 1);
		soon().until(() -> this.newsRelevance.isPushed(id));
		assertThat(this.fixture.notifications(alice)).isEmpty();
		this.social.restoreFollow(bob, alice, false, 2);
		soon().until(() -> !this.newsRelevance.isPushed(id));
		this.social.restoreFollow(bob, alice, true, 1);
		this.social.publishAccount("social-account.snapshot", alice, false, 0);
		handleAll();
		assertThat(this.newsRelevance.isPushed(id)).isFalse();
		assertThat(this.fixture.notifications(bob)).hasSize(1);
		this.social.restoreBlock(bob, alice, true, 3);
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(bob)).isEmpty());
	}

	@Test
	void preferencesAndFilterKnowTheKinds() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var choices = List.of(Map.of("kind", "comment", "inApp", false, "live", false, "mail", "none"),
				Map.of("kind", "reaction", "inApp", true, "live", true, "mail", "daily"),
				Map.of("kind", "follow", "inApp", true, "live", true, "mail", "now"));
		assertThat(this.fixture.call(alice, "PUT", "/users/me/preferences", Map.of("kinds", choices)).status())
			.isEqualTo(200);
		var post = this.social.publishPost(alice);
		this.social.publishComment(TestComment.of(bob, post));
		this.social.react(post, bob, "like");
		this.social.publishFollow("follow.started", bob, alice, 1);
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(alice)).hasSize(2));
		for (var kind : List.of("follow", "reaction")) {
			assertThat(this.fixture.get(alice, "/notifications?kind=" + kind).data()).hasSize(1);
		}
		assertThat(this.fixture.get(alice, "/notifications?kind=comment").data()).isEmpty();
	}

	private void follow(TestUser follower, TestUser followee) {
		this.social.publishFollow("follow.started", follower, followee, 1);
		soon().until(() -> this.fixture.notifications(followee).size() > 0
				&& version(follower.id() + ":follow:" + followee.id()) == 1);
		this.fixture.notifications(followee)
			.forEach((one) -> this.fixture.call(followee, "DELETE", "/notifications/" + one.path("id").asString(),
					null));
	}

	private void assertOnly(TestUser user, String kind, String title, String link) {
		soon().untilAsserted(() -> {
			var one = only(user);
			assertThat(one.path("kind").asString()).isEqualTo(kind);
			assertThat(one.path("title").asString()).isEqualTo(title);
			assertThat(one.path("link").asString()).isEqualTo(link);
		});
	}

	private JsonNode only(TestUser user) {
		var all = this.fixture.notifications(user);
		assertThat(all).hasSize(1);
		return all.getFirst();
	}

	/** Waits until the events that were published before are handled, by a later one. */
	private void handleAll() {
		var people = List.of(this.fixture.member(), this.fixture.member());
		for (int i = 0; i < 8; i++) {
			var post = this.social.publishPost(people.get(0), people.get(1));
			soon().until(() -> knows(post.id()));
		}
		soon().until(() -> this.fixture.unreadCount(people.get(1)) == 8);
	}

	private boolean knows(String itemId) {
		return this.mongo.exists(byId(itemId), "social_items");
	}

	private long version(String relationId) {
		var stored = this.mongo.findById(relationId, Document.class, "relations");
		return (stored != null) ? stored.getLong("version") : -1;
	}

	private static Query byId(String id) {
		return new Query(Criteria.where("_id").is(id));
	}

}
