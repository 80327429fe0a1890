package org.parley.notification.post;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture.TestPost;
import org.parley.notification.ServiceFixture.TestThread;
import org.parley.notification.ServiceFixture.TestUser;
import org.parley.notification.ServiceFixture;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.notification.ServiceFixture.soon;

/** Events of follows that are handled after the rounds of posts that followed them. */
@NotificationTest
class LateFollowIT {

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private MongoOperations mongo;

	private final Instant followedAt = Instant.now().minusSeconds(1);

	@ParameterizedTest
	@CsvSource({ "thread, followed-thread", "category, followed-category", "tag, followed-category" })
	void lateFollowerIsNotifiedOnce(String kind, String expected) {
		var thread = thread();
		publish(thread);
		var follower = this.fixture.member();
		follow(follower, kind, thread, "following", 1, this.followedAt);
		soon().until(() -> this.fixture.unreadCount(follower) == 1);
		assertThat(this.fixture.kinds(follower)).containsExactly(expected);
		follow(follower, kind, thread, "following", 1, this.followedAt);
		awaitLaterFollower(kind, thread);
		assertThat(this.fixture.notifications(follower)).singleElement()
			.satisfies((news) -> assertThat(news.path("count").asInt()).isOne());
	}

	@ParameterizedTest
	@ValueSource(strings = { "thread", "category", "tag" })
	void othersAreNotNotified(String kind) {
		var thread = thread();
		publish(thread);
		var muting = this.fixture.member();
		follow(muting, kind, thread, "muted", 1, this.followedAt);
		var later = this.fixture.member();
		follow(later, kind, thread, "following", 1, Instant.now().minusMillis(1));
		var former = this.fixture.member();
		follow(former, kind, thread, "none", 2, Instant.now());
		soon().until(() -> this.mongo.exists(new Query(Criteria.where("userId").is(former.id())), "subscriptions"));
		follow(former, kind, thread, "following", 1, this.followedAt);
		var author = thread.author();
		follow(author, kind, thread, "following", 1, this.followedAt);
		awaitLaterFollower(kind, thread);
		for (var one : new TestUser[] { muting, later, former }) {
			assertThat(this.fixture.notifications(one)).isEmpty();
		}
		assertThat(this.fixture.kinds(author)).containsExactly("reply");
	}

	@Test
	void hiddenPostNotifiesNoLateFollower() {
		var thread = thread();
		var post = publish(thread);
		this.fixture.publishPostRemoval(post, 1);
		soon().until(() -> this.mongo.exists(new Query(Criteria.where("_id").is(post.id()).and("visible").is(false)),
				"posts"));
		var follower = this.fixture.member();
		follow(follower, "thread", thread, "following", 1, this.followedAt);
		follow(follower, "category", thread, "following", 1, this.followedAt);
		soon().until(() -> !this.fixture.notifications(follower).isEmpty());
		assertThat(this.fixture.kinds(follower)).containsExactly("followed-category");
	}

	private TestThread thread() {
		return this.fixture.thread(this.fixture.member(), this.fixture.category("anyone"));
	}

	/** Publishes a thread with a tag and a reply, and returns the reply. */
	private TestPost publish(TestThread thread) {
		var reply = this.fixture.post(this.fixture.member(), thread, 2);
		this.fixture.publishThread(thread, "It faces north.", List.of(tag(thread)));
		this.fixture.publishPost(reply, "Try Stupice.");
		soon().until(() -> this.mongo.exists(new Query(Criteria.where("_id").is(reply.id())), "posts") && !this.mongo
			.exists(new Query(Criteria.where("news.place.threadId").is(thread.id())), "fan_out_rounds"));
		return reply;
	}

	/** Another late follower, whose news comes after that of those before. */
	private void awaitLaterFollower(String kind, TestThread thread) {
		var last = this.fixture.member();
		follow(last, kind, thread, "following", 1, this.followedAt);
		soon().until(() -> this.fixture.unreadCount(last) == 1);
	}

	private void follow(TestUser user, String kind, TestThread thread, String level, long version, Instant since) {
		var id = switch (kind) {
			case "thread" -> thread.id();
			case "category" -> thread.category();
			default -> tag(thread);
		};
		this.fixture.publishFollowLevel("subscription.changed", user, kind, id, level, version, since);
	}

	private static String tag(TestThread thread) {
		return "t" + thread.id();
	}

}
