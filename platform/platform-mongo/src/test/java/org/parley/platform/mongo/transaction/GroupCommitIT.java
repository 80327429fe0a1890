package org.parley.platform.mongo.transaction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;

class GroupCommitIT extends TransactionIT {

	@Autowired
	private BatchedInserts inserts;

	private final List<String> effects = Collections.synchronizedList(new ArrayList<>());

	private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());

	@BeforeEach
	void createCollection() {
		this.mongo.getCollection("plum").deleteMany(new Document());
		this.mongo.getCollection("plum").insertOne(new Document("_id", "first"));
	}

	@Test
	void transactionsThatWaitAreCommittedTogether() {
		var sent = sent(() -> whileOneCommits(() -> insert("a"), () -> insert("b"), () -> insert("c")));
		assertThat(sent).containsExactly("bulkWrite", "commitTransaction", "bulkWrite", "commitTransaction");
		assertThat(ids()).containsExactlyInAnyOrder("first", "leader", "a", "b", "c");
		assertThat(this.effects).containsExactlyInAnyOrder("committed leader", "committed a", "committed b",
				"committed c");
	}

	@Test
	void transactionThatWaitsAloneCommitsAsUsual() {
		var sent = sent(() -> whileOneCommits(() -> insert("a")));
		assertThat(sent).containsExactly("bulkWrite", "commitTransaction", "bulkWrite", "commitTransaction");
		assertThat(ids()).containsExactlyInAnyOrder("first", "leader", "a");
		insert("b");
		assertThat(ids()).contains("b");
	}

	@Test
	void refusedDocumentFailsItsTransactionOnly() {
		whileOneCommits(() -> insert("a"), () -> insert("first"), () -> insert("b"));
		assertThat(this.failures).singleElement().isInstanceOf(DuplicateKeyException.class);
		assertThat(ids()).containsExactlyInAnyOrder("first", "leader", "a", "b");
		assertThat(this.effects).containsExactlyInAnyOrder("committed leader", "committed a", "committed b",
				"rolled back first");
	}

	@Test
	void transactionThatReadsDoesNotWait() {
		whileOneCommits(() -> this.unitOfWork.run(() -> {
			this.mongo.findById("first", Plum.class);
			this.inserts.insert(new Plum("reader"));
			this.unitOfWork.afterCommit(() -> this.effects.add("committed reader"));
			return true;
		}));
		assertThat(this.effects).containsExactly("committed reader", "committed leader");
	}

	@Test
	void othersCommitAfterLeaderFailed() {
		whileOneCommits("first", () -> insert("a"), () -> insert("b"));
		assertThat(this.failures).singleElement().isInstanceOf(DuplicateKeyException.class);
		assertThat(ids()).containsExactlyInAnyOrder("first", "a", "b");
	}

	private List<String> sent(Runnable work) {
		return this.commands.during(work).stream().map(BsonDocument::getFirstKey).toList();
	}

	private void whileOneCommits(Runnable... others) {
		whileOneCommits("leader", others);
	}

	/** Runs others, which end or wait, before the transaction of a leader ends. */
	private void whileOneCommits(String leader, Runnable... others) {
		var committing = new CountDownLatch(1);
		var proceed = new CountDownLatch(1);
		var first = start(() -> this.unitOfWork.run(() -> {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

				@Override
				public void beforeCompletion() {
					committing.countDown();
					await(proceed);
				}

			});
			insertWithEffects(leader);
			return true;
		}));
		await(committing);
		var waiting = Stream.of(others).map(this::start).toList();
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> waiting.stream().allMatch((thread) -> isWaitingForGroup(thread) || !thread.isAlive()));
		proceed.countDown();
		Stream.concat(Stream.of(first), waiting.stream()).forEach(GroupCommitIT::join);
	}

	private static boolean isWaitingForGroup(Thread thread) {
		return Stream.of(thread.getStackTrace())
			.anyMatch((frame) -> frame.getClassName().startsWith(GroupCommit.class.getName()));
	}

	private Thread start(Runnable work) {
		return Thread.ofVirtual().start(() -> {
			try {
				work.run();
			}
			catch (RuntimeException ex) {
				this.failures.add(ex);
			}
		});
	}

	private void insert(String id) {
		this.unitOfWork.run(() -> insertWithEffects(id));
	}

	private void insertWithEffects(String id) {
		this.inserts.insert(new Plum(id));
		this.unitOfWork.afterCommit(() -> this.effects.add("committed " + id));
		this.unitOfWork.afterRollback(() -> this.effects.add("rolled back " + id));
	}

	private List<String> ids() {
		return this.mongo.findAll(Plum.class).stream().map(Plum::id).toList();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	record Plum(@Id String id) {
	}

}
