package org.parley.forum.counter;

import java.time.temporal.ChronoUnit;
import java.util.Objects;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.forum.Somebody;
import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.parley.forum.Somebody.GUEST;

/**
 * A crash between any two steps, forced by leaving out what would follow. Each test has
 * two threads of one reply and one vote each to fold, after one batch that is done.
 */
class CounterAggregatorIT extends ForumIT {

	@Autowired
	@Qualifier("tallyFolder")
	private ClusterLoop folder;

	@Autowired
	private CounterAggregator counterAggregator;

	@Autowired
	private Reputations reputations;

	@Autowired
	private CounterJournal counterJournal;

	@Autowired
	private UnitOfWork work;

	private final Somebody author = Somebody.with();

	private final Somebody reader = Somebody.with();

	private String one = "";

	private String other = "";

	@BeforeEach
	void twoThreadsToFold() {
		this.folder.stop();
		while (this.counterAggregator.doBatch()) {
			assertThat(this.counterAggregator.left()).isEmpty();
		}
		var category = this.forum.category();
		this.one = this.forum.thread(this.author, category);
		this.other = this.forum.thread(this.author, category);
		change(this.one);
		change(this.other);
	}

	@AfterEach
	void goOn() {
		this.folder.start();
	}

	@Test
	void aBatchIsFoldedOnce() {
		assertThat(this.counterAggregator.doBatch()).isTrue();
		allIsCountedOnce();
		assertThat(this.reputations.of(this.author.id())).isEqualTo(2);
		assertThat(this.reputations.of(this.reader.id())).isZero();
	}

	@Test
	void nothingIsLostWhenTheTakingIsNotCommitted() {
		assertThatIllegalStateException().isThrownBy(() -> this.work.run(() -> {
			assertThat(this.counterAggregator.take()).isPresent();
			throw new IllegalStateException("Crash");
		}));
		assertThat(this.counterAggregator.left()).isEmpty();
		assertThat(this.counterAggregator.doBatch()).isTrue();
		allIsCountedOnce();
	}

	@Test
	void whatWasTakenIsFinishedAfterACrash() {
		assertThat(this.counterAggregator.take()).isPresent();
		assertThat(this.counterAggregator.doBatch()).isTrue();
		allIsCountedOnce();
	}

	@Test
	void whatWasAppliedInPartIsFinishedAfterACrash() {
		var fold = this.counterAggregator.take().orElseThrow();
		this.counterAggregator.apply(new CounterCheckpoint(fold.id(), fold.batch(), fold.pending().subList(0, 1)));
		assertThat(this.counterAggregator.doBatch()).isTrue();
		allIsCountedOnce();
	}

	@Test
	void whatWasAppliedAndNotClosedIsNotAppliedAgain() {
		this.counterAggregator.apply(this.counterAggregator.take().orElseThrow());
		assertThat(this.counterAggregator.doBatch()).isTrue();
		allIsCountedOnce();
		assertThat(this.reputations.of(this.author.id())).isEqualTo(2);
	}

	@Test
	void noBatchIsTakenWhileOneIsOpen() {
		this.counterAggregator.take();
		change(this.one);
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> this.counterAggregator.take());
		assertThat(this.counterAggregator.doBatch()).isTrue();
		assertThat(this.counterAggregator.doBatch()).isTrue();
		assertThat(thread(this.one)).containsEntry("replyCount", 2);
	}

	@Test
	void aFolderThatWakesTooLateChangesNothing() {
		var late = this.counterAggregator.take().orElseThrow();
		this.counterAggregator.doBatch();
		change(this.one);
		this.counterAggregator.doBatch();
		this.counterAggregator.apply(late);
		this.counterAggregator.close(late);
		assertThat(thread(this.one)).containsEntry("replyCount", 2);
		assertThat(thread(this.other)).containsEntry("replyCount", 1);
		assertThat(this.counterAggregator.left()).isEmpty();
	}

	@Test
	void whatLosesVotesSaysWhenItSank() {
		this.counterAggregator.doBatch();
		assertThat(thread(this.one)).doesNotContainKey("sankAt");
		this.forum.vote(this.reader, "/threads/" + this.one, 0);
		this.forum.vote(this.reader, "/threads/" + this.other, 1);
		this.counterAggregator.doBatch();
		assertThat(thread(this.one)).containsKey("sankAt");
		assertThat(thread(this.other)).doesNotContainKey("sankAt");
	}

	@Test
	void anOlderReplyThatIsFoldedLaterIsNotTheLatest() {
		this.counterAggregator.doBatch();
		var latest = thread(this.one).getDate("lastActivityAt");
		var counted = new CounterTarget(CounterTarget.Kind.THREAD, this.one, this.one, 1, this.author.id());
		this.work.run(() -> {
			this.counterJournal.replied(counted, latest.toInstant().minus(1, ChronoUnit.SECONDS), this.author.id());
			return true;
		});
		this.counterAggregator.doBatch();
		assertThat(thread(this.one)).containsEntry("replyCount", 2)
			.containsEntry("lastActivityAt", latest)
			.containsEntry("lastPostBy", this.reader.id());
	}

	private void change(String thread) {
		this.forum.reply(this.reader, thread);
		this.forum.vote(this.reader, "/threads/" + thread, 1);
	}

	private void allIsCountedOnce() {
		for (var id : new String[] { this.one, this.other }) {
			assertThat(thread(id)).containsEntry("replyCount", 1)
				.containsEntry("voteScore", 1)
				.containsEntry("upVotes", 1)
				.containsEntry("lastPostBy", this.reader.id());
			assertThat(this.forum.get(GUEST, "/threads/" + id).data().path("replyCount").asInt()).isOne();
		}
		assertThat(this.mongo.count(new Query(), CounterEntry.class)).isZero();
		assertThat(this.counterAggregator.left()).isEmpty();
		assertThat(this.counterAggregator.waits()).isFalse();
	}

	private Document thread(String id) {
		return Objects.requireNonNull(this.mongo.findById(id, Document.class, "threads"));
	}

}
