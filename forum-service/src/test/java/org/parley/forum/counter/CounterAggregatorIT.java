package org.parley.forum.counter;

import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Objects;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.parley.platform.test.client.TestUser.GUEST;

/**
 * Tests crashes between any two steps by omitting the later steps. Each test begins with
 * a journal of one reply and one vote in each of two threads.
 */
class CounterAggregatorIT extends ForumIT {

	@Autowired
	@Qualifier("counterLoop")
	private ClusterLoop loop;

	@Autowired
	private CounterAggregator aggregator;

	@Autowired
	private Reputations reputations;

	@Autowired
	private CounterJournal counterJournal;

	@Autowired
	private UnitOfWork unitOfWork;

	private final TestUser author = TestUser.with();

	private final TestUser reader = TestUser.with();

	private String one = "";

	private String other = "";

	@BeforeEach
	void prepareTwoThreads() {
		this.loop.stop();
		while (this.aggregator.waits()) {
			this.aggregator.doBatch();
			assertThat(this.aggregator.openBatch()).isEmpty();
		}
		var category = this.forum.category();
		this.one = this.forum.thread(this.author, category);
		this.other = this.forum.thread(this.author, category);
		change(this.one);
		change(this.other);
	}

	@AfterEach
	void startBackgroundAggregator() {
		this.loop.start();
	}

	@Test
	void batchIsAppliedOnce() {
		this.aggregator.doBatch();
		assertCountedOnce();
		assertThat(this.reputations.of(this.author.id())).isEqualTo(2);
		assertThat(this.reputations.of(this.reader.id())).isZero();
	}

	@Test
	void rolledBackTakeLosesNothing() {
		assertThatIllegalStateException().isThrownBy(() -> this.unitOfWork.run(() -> {
			assertThat(this.aggregator.take()).isPresent();
			throw new IllegalStateException("Crash");
		}));
		assertThat(this.aggregator.openBatch()).isEmpty();
		this.aggregator.doBatch();
		assertCountedOnce();
	}

	@Test
	void takenBatchIsCompletedAfterCrash() {
		assertThat(this.aggregator.take()).isPresent();
		this.aggregator.doBatch();
		assertCountedOnce();
	}

	@Test
	void partlyAppliedBatchIsCompletedAfterCrash() {
		var batch = this.aggregator.take().orElseThrow();
		this.aggregator.apply(new CounterCheckpoint(batch.id(), batch.batch(), batch.pending().subList(0, 1)));
		this.aggregator.doBatch();
		assertCountedOnce();
	}

	@Test
	void appliedBatchIsNotAppliedAgain() {
		this.aggregator.apply(this.aggregator.take().orElseThrow());
		this.aggregator.doBatch();
		assertCountedOnce();
		assertThat(this.reputations.of(this.author.id())).isEqualTo(2);
	}

	@Test
	void takeWithOpenBatchFails() {
		this.aggregator.take();
		change(this.one);
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> this.aggregator.take());
		this.aggregator.doBatch();
		this.aggregator.doBatch();
		assertThat(thread(this.one)).containsEntry("replyCount", 2);
	}

	@Test
	void lateAggregatorChangesNothing() {
		var late = this.aggregator.take().orElseThrow();
		this.aggregator.doBatch();
		change(this.one);
		this.aggregator.doBatch();
		this.aggregator.apply(late);
		this.aggregator.close(late);
		assertThat(thread(this.one)).containsEntry("replyCount", 2);
		assertThat(thread(this.other)).containsEntry("replyCount", 1);
		assertThat(this.aggregator.openBatch()).isEmpty();
	}

	@Test
	void lostVotesSetSankAt() {
		this.aggregator.doBatch();
		assertThat(thread(this.one)).doesNotContainKey("sankAt");
		this.forum.vote(this.reader, "/threads/" + this.one, 0);
		this.forum.vote(this.reader, "/threads/" + this.other, 1);
		this.aggregator.doBatch();
		assertThat(thread(this.one)).containsKey("sankAt");
		assertThat(thread(this.other)).doesNotContainKey("sankAt");
	}

	@Test
	void olderReplyKeepsLatestActivity() {
		this.aggregator.doBatch();
		var latest = thread(this.one).getDate("lastActivityAt");
		var target = CounterTarget.ofThread(this.one, this.author.id());
		this.unitOfWork.run(() -> this.counterJournal.recordReply(target,
				latest.toInstant().minus(1, ChronoUnit.SECONDS), this.author.id()));
		this.aggregator.doBatch();
		assertThat(thread(this.one)).containsEntry("replyCount", 2)
			.containsEntry("lastActivityAt", latest)
			.containsEntry("lastPostBy", this.reader.id());
	}

	@Test
	void hiddenReplyAndLaterReplyInOneBatch() {
		this.aggregator.doBatch();
		var hidden = this.forum.reply(this.author, this.one);
		this.forum.delete(this.author, "/posts/" + hidden);
		var last = this.forum.reply(this.reader, this.one);
		this.aggregator.doBatch();
		assertThat(thread(this.one)).containsEntry("replyCount", 2)
			.containsEntry("lastPostBy", this.reader.id())
			.containsEntry("lastActivityAt", createdAt(last));
	}

	@Test
	void partlyAppliedBatchWithHiddenReplyIsCompletedAfterCrash() {
		this.aggregator.doBatch();
		var before = thread(this.one);
		var hidden = this.forum.reply(this.author, this.one);
		this.aggregator.doBatch();
		assertThat(thread(this.one)).containsEntry("lastPostBy", this.author.id()).doesNotContainKey("sankAt");
		this.forum.delete(this.author, "/posts/" + hidden);
		this.aggregator.apply(this.aggregator.take().orElseThrow());
		this.aggregator.doBatch();
		assertThat(thread(this.one)).containsEntry("replyCount", 1)
			.containsEntry("lastPostBy", this.reader.id())
			.containsEntry("lastActivityAt", before.getDate("lastActivityAt"))
			.containsKey("sankAt");
	}

	@Test
	void votesOnOpeningPostAreThoseOfThread() {
		this.aggregator.doBatch();
		var opening = Objects.requireNonNull(this.mongo.findOne(
				Query.query(Criteria.where("threadId").is(this.one).and("number").is(1)), Document.class, "posts"));
		assertThat(opening).containsEntry("voteScore", 1);
		this.forum.vote(TestUser.with(), "/posts/" + opening.getString("_id"), 1);
		this.forum.vote(this.reader, "/threads/" + this.one, -1);
		this.aggregator.doBatch();
		assertThat(thread(this.one)).containsEntry("voteScore", 0)
			.containsEntry("upVotes", 1)
			.containsEntry("downVotes", 1);
		assertThat(this.reputations.of(this.author.id())).isEqualTo(1);
	}

	private Date createdAt(String post) {
		return Objects.requireNonNull(this.mongo.findById(post, Document.class, "posts")).getDate("createdAt");
	}

	private void change(String thread) {
		this.forum.reply(this.reader, thread);
		this.forum.vote(this.reader, "/threads/" + thread, 1);
	}

	private void assertCountedOnce() {
		for (var id : new String[] { this.one, this.other }) {
			assertThat(thread(id)).containsEntry("replyCount", 1)
				.containsEntry("voteScore", 1)
				.containsEntry("upVotes", 1)
				.containsEntry("lastPostBy", this.reader.id());
			assertThat(this.forum.get(GUEST, "/threads/" + id).data().path("replyCount").asInt()).isOne();
		}
		assertThat(this.mongo.count(new Query(), CounterEntry.class)).isZero();
		assertThat(this.aggregator.openBatch()).isEmpty();
		assertThat(this.aggregator.waits()).isFalse();
	}

	private Document thread(String id) {
		return Objects.requireNonNull(this.mongo.findById(id, Document.class, "threads"));
	}

}
