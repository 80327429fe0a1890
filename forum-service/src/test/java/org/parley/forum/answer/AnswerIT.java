package org.parley.forum.answer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.forum.ForumIT;
import org.parley.forum.category.AuthorizedWriters;
import org.parley.forum.search.index.FollowedIndex;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.web.IfMatch;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.parley.platform.test.client.TestUser.GUEST;

@ExtendWith(FollowedIndex.class)
class AnswerIT extends ForumIT {

	@Autowired
	private AcceptAnswer acceptAnswer;

	@Autowired
	private AuthorizedWriters authorizedWriters;

	@Autowired
	private UnitOfWork work;

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	private String category = "";

	private String thread = "";

	private String reply = "";

	@BeforeEach
	void start() {
		this.category = this.forum.category();
		this.thread = this.forum.thread(this.alice, this.category);
		this.reply = this.forum.reply(this.bob, this.thread);
	}

	@Test
	void acceptedAnswerAppearsInThreadAndList() {
		var accepted = accept(this.alice, this.reply);
		assertThat(accepted.status()).isEqualTo(200);
		assertThat(accepted.data().path("acceptedAnswer").asString()).isEqualTo(this.reply);
		assertThat(accepted.data().path("version").asLong()).isOne();
		assertThat(answer()).isEqualTo(this.reply);
		assertThat(this.forum.get(GUEST, "/threads?category=" + this.category)
			.data()
			.path(0)
			.path("acceptedAnswer")
			.asString()).isEqualTo(this.reply);
	}

	@Test
	void newAnswerReplacesPrevious() {
		accept(this.alice, this.reply);
		var better = this.forum.reply(this.bob, this.thread);
		assertThat(accept(this.alice, better).data().path("acceptedAnswer").asString()).isEqualTo(better);
		assertThat(accept(this.alice, better).data().path("version").asLong()).isEqualTo(2);
	}

	@Test
	void authorWithdrawsAnswer() {
		accept(this.alice, this.reply);
		assertThat(withdraw(this.alice).status()).isEqualTo(204);
		assertThat(withdraw(this.alice).status()).isEqualTo(204);
		assertThat(this.forum.get(GUEST, "/threads/" + this.thread).data().path("acceptedAnswer").isNull()).isTrue();
	}

	@Test
	void replyThatIsRemovedMeanwhileIsNoAnswer() throws Exception {
		var caller = new Caller(this.alice.id(), this.alice.username(), "Alice", "session", Set.of("user"),
				Set.of(Caller.FIRST_PARTY));
		var writer = this.authorizedWriters.of(caller);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var removal = this.work.run(() -> {
				this.acceptAnswer.accept(this.thread, this.reply, IfMatch.ANY, writer);
				var started = threads
					.submit(() -> this.forum.delete(this.forum.moderator(), "/posts/" + this.reply).status());
				// It cannot end before this transaction does.
				assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> started.get(1, TimeUnit.SECONDS));
				return started;
			});
			assertThat(removal.get()).isEqualTo(204);
		}
		assertThat(this.forum.get(GUEST, "/threads/" + this.thread).data().path("acceptedAnswer").isNull()).isTrue();
	}

	@Test
	void removedReplyIsNoAnswerAnyMore() {
		for (var remover : List.of(this.bob, this.forum.moderator())) {
			var answer = this.forum.reply(this.bob, this.thread);
			accept(this.alice, answer);
			this.forum.delete(this.forum.moderator(), "/posts/" + this.reply);
			assertThat(answer()).as("the removal of another reply changes nothing").isEqualTo(answer);
			this.forum.delete(remover, "/posts/" + answer);
			assertThat(answer()).isEmpty();
			assertThat(this.forum.post(remover, "/posts/" + answer + "/restore", null).status()).isEqualTo(200);
			assertThat(answer()).as("a restored reply must be accepted again").isEmpty();
			assertThat(accept(this.alice, answer).status()).isEqualTo(200);
			withdraw(this.alice);
		}
	}

	@Test
	void onlyAuthorAndModeratorsAcceptAnswer() {
		assertRefused(accept(this.bob, this.reply), 403, "thread.forbidden");
		assertThat(accept(GUEST, this.reply).status()).isEqualTo(401);
		assertThat(accept(this.forum.moderator(), this.reply).status()).isEqualTo(200);
		assertRefused(withdraw(this.bob), 403, "thread.forbidden");
		assertThat(withdraw(GUEST).status()).isEqualTo(401);
	}

	@Test
	void onlyVisibleReplyOfThreadIsAccepted() {
		var elsewhere = this.forum.reply(this.bob, this.forum.thread(this.alice, this.category));
		var gone = this.forum.reply(this.bob, this.thread);
		this.forum.delete(this.bob, "/posts/" + gone);
		var opening = this.forum.get(GUEST, "/threads/" + this.thread + "/posts").data().path(0).path("id").asString();
		for (var post : new String[] { elsewhere, gone, opening, "nothing" }) {
			var refused = accept(this.alice, post);
			assertRefused(refused, 400, "request.invalid");
			assertThat(refused.body().path("errors").path(0).path("field").asString()).isEqualTo("postId");
		}
		assertThat(this.forum.call(this.alice, "PUT", path(), Map.of()).status()).isEqualTo(400);
	}

	@Test
	void answerInUnreadableThreadIsNotFound() {
		var secret = this.forum.thread(this.forum.moderator(), this.forum.category("moderators", "moderators"));
		assertRefused(
				this.forum.call(this.alice, "PUT", "/threads/" + secret + "/answer", Map.of("postId", this.reply)), 404,
				"thread.not-found");
	}

	@Test
	void authorCannotWithdrawAnswerOfLockedThread() {
		accept(this.alice, this.reply);
		this.forum.post(this.forum.moderator(), "/threads/" + this.thread + "/lock", null);
		assertRefused(withdraw(this.alice), 409, "thread.locked");
		assertThat(withdraw(this.forum.moderator()).status()).isEqualTo(204);
	}

	@Test
	void staleWithdrawalIsRefused() {
		var read = this.forum.get(this.alice, "/threads/" + this.thread).header("ETag");
		accept(this.alice, this.reply);
		assertRefused(this.forum.delete(this.alice, path(), "If-Match", read), 412, "request.precondition-failed");
	}

	@Test
	void searchFindsSolvedThreads() {
		var word = "w" + this.thread.substring(10).toLowerCase(Locale.ROOT);
		var solved = this.forum
			.post(this.alice, "/threads", Map.of("category", this.category, "title", "One " + word, "content", "x"))
			.id();
		this.forum.post(this.alice, "/threads",
				Map.of("category", this.category, "title", "Two " + word, "content", "x"));
		this.forum.call(this.alice, "PUT", "/threads/" + solved + "/answer",
				Map.of("postId", this.forum.reply(this.bob, solved)));
		soon().untilAsserted(
				() -> assertThat(this.forum.get(GUEST, "/threads/search?q=" + word + "+is:solved").data().valueStream())
					.extracting((hit) -> hit.path("id").asString())
					.containsExactly(solved));
	}

	private String path() {
		return "/threads/" + this.thread + "/answer";
	}

	private String answer() {
		return this.forum.get(GUEST, "/threads/" + this.thread).data().path("acceptedAnswer").asString("");
	}

	private TestResponse accept(TestUser caller, String post) {
		return this.forum.call(caller, "PUT", path(), Map.of("postId", post));
	}

	private TestResponse withdraw(TestUser caller) {
		return this.forum.delete(caller, path());
	}

	private static void assertRefused(TestResponse reply, int status, String code) {
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.code()).isEqualTo(code);
	}

}
