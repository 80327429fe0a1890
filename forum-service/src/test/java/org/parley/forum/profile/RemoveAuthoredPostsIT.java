package org.parley.forum.profile;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.forum.ForumIT;
import org.parley.forum.post.Posts;
import org.parley.platform.domain.Caller;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.event.PublishedEvents;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

/** Administrators remove what somebody has written. */
class RemoveAuthoredPostsIT extends ForumIT {

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	private final TestUser admin = TestUser.with("moderator", "admin");

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private Posts posts;

	@Autowired
	private RemoveAuthoredPost removeAuthoredPost;

	@Autowired
	private UnitOfWork work;

	@Autowired
	private AdministratorActs acts;

	@Test
	void repliesAndThreadsWithoutRepliesOfOthersGo() {
		var acts = new PublishedEvents(this.broker, this.rabbit, "forum.events", "administrator.acted");
		var category = this.forum.category();
		var alone = this.forum.thread(this.alice, category);
		this.forum.reply(this.alice, alone);
		var answered = this.forum.thread(this.alice, category);
		var own = this.forum.reply(this.alice, answered);
		var answer = this.forum.reply(this.bob, answered);
		var others = this.forum.thread(this.bob, category);
		var reply = this.forum.reply(this.alice, others);
		assertThat(remove("").data().path("removed").asInt()).isEqualTo(4);
		assertThat(this.forum.get(GUEST, "/threads/" + alone).code()).isEqualTo("thread.not-found");
		for (var gone : List.of(own, reply)) {
			assertThat(this.forum.get(GUEST, "/posts/" + gone).data().path("status").asString()).isEqualTo("removed");
		}
		assertThat(this.forum.get(GUEST, "/threads/" + answered).status()).isEqualTo(200);
		assertThat(this.forum.get(GUEST, "/posts/" + answer).data().path("html").asString()).isNotEmpty();
		assertThat(remove("").data().path("removed").asInt()).as("again").isZero();
		soon().untilAsserted(() -> assertThat(acts.of(this.admin.id()))
			.extracting((event) -> event.at("/data/act").asString() + " " + event.at("/data/userId").asString())
			.containsOnlyOnce("posts-removed " + this.alice.id()));
		soon().untilAsserted(() -> assertThat(acts.actsOf(this.admin.id())).contains("post-removed " + own,
				"post-removed " + reply, "thread-moderated removed " + alone));
		assertThat(this.forum.post(this.admin, "/posts/" + own + "/restore", null).status()).isEqualTo(200);
	}

	@Test
	void archivedThreadKeepsItsPosts() {
		var archived = this.forum.thread(this.bob, this.forum.category());
		var kept = this.forum.reply(this.alice, archived);
		this.forum.post(this.admin, "/threads/" + archived + "/archive", null);
		assertThat(remove("").data().path("removed").asInt()).isZero();
		assertThat(this.forum.get(GUEST, "/posts/" + kept).data().path("status").asString()).isEqualTo("active");
	}

	@Test
	void onlyPostsBeforeTheGivenOneGo() {
		var thread = this.forum.thread(this.bob, this.forum.category());
		var replies = IntStream.range(0, 3).mapToObj((_) -> this.forum.reply(this.alice, thread)).toList();
		var answer = remove("?before=" + replies.get(1));
		assertThat(answer.data().path("removed").asInt()).isEqualTo(1);
		assertThat(answer.data().path("next").isNull()).isTrue();
		assertThat(replies.stream()
			.map((id) -> this.forum.get(GUEST, "/posts/" + id).data().path("status").asString().equals("removed")))
			.containsExactly(true, false, false);
	}

	@Test
	void slowRemovalAnswersWhereToContinue() {
		var thread = this.forum.thread(this.bob, this.forum.category());
		var replies = IntStream.range(0, 3).mapToObj((_) -> this.forum.reply(this.alice, thread)).toList();
		var seconds = new AtomicLong();
		var slow = new RemoveAuthoredPosts(this.posts, this.removeAuthoredPost, this.work, this.acts,
				() -> Instant.ofEpochSecond(seconds.getAndAdd(3)));
		var caller = new Caller(this.admin.id(), this.admin.username(), "Admin", "session",
				Set.of("moderator", "admin"), Set.of("parley"));
		var first = slow.remove(this.alice.id(), null, caller);
		assertThat(first.removed()).isEqualTo(2);
		assertThat(first.next()).isEqualTo(replies.get(1));
		var second = slow.remove(this.alice.id(), first.next(), caller);
		assertThat(second.removed()).isEqualTo(1);
		assertThat(second.next()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "user", "moderator" })
	void onlyAdministratorsRemove(String role) {
		this.forum.thread(this.alice, this.forum.category());
		assertThat(this.forum.delete(TestUser.with(role), path("")).code()).isEqualTo("auth.forbidden");
		assertThat(this.forum.delete(GUEST, path("")).code()).isEqualTo("auth.required");
		assertThat(this.forum.delete(this.admin, "/members/nobody-of-this-name/posts").code())
			.isEqualTo("member.not-found");
		assertThat(this.forum.delete(this.admin, path("?before=" + "a".repeat(51))).status()).isEqualTo(400);
	}

	private TestResponse remove(String query) {
		var answer = this.forum.delete(this.admin, path(query));
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		return answer;
	}

	private String path(String query) {
		return "/members/" + this.alice.username() + "/posts" + query;
	}

}
