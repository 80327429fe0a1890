package org.parley.platform.mongo.transaction;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.platform.mongo.transaction.GroupCommit.CommitMode;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoExceptionTranslator;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;

class GroupCommitTests {

	private final List<String> called = new CopyOnWriteArrayList<>();

	private Callable<Object> answer = () -> new Document("ok", 1);

	private volatile boolean silent = true;

	private Callable<@Nullable Object> commit = () -> null;

	private final GroupCommit groupCommit = new GroupCommit(databases(), Duration.ofSeconds(2), () -> this.silent);

	private MongoDatabaseFactory databases() {
		var session = fake(ClientSession.class, Map.of("commitTransaction", () -> this.commit.call()));
		var database = fake(MongoDatabase.class,
				Map.of("getName", () -> "fruits", "runCommand", () -> this.answer.call()));
		return fake(MongoDatabaseFactory.class, Map.of("getSession", () -> session, "getMongoDatabase", () -> database,
				"getExceptionTranslator", MongoExceptionTranslator::new));
	}

	/** Creates an object whose methods answer by their names, and record their calls. */
	private <T> T fake(Class<T> type, Map<String, Callable<@Nullable Object>> methods) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (_, method, _) -> {
			this.called.add(method.getName());
			return methods.getOrDefault(method.getName(), () -> null).call();
		}));
	}

	@Test
	void groupIsCommittedOnce() {
		assertThat(joinedByTwo()).containsExactly(CommitMode.COMMITTED, CommitMode.COMMITTED);
		assertThat(this.called).containsOnlyOnce("commitTransaction", "runCommand");
		assertThat(this.groupCommit.join(List.of())).isEqualTo(CommitMode.LEAD);
	}

	@Test
	void groupWithRefusedDocumentIsNotCommitted() {
		this.answer = () -> new Document("nErrors", 1);
		assertThat(joinedByTwo()).containsExactly(CommitMode.ALONE, CommitMode.ALONE);
		assertThat(this.called).doesNotContain("commitTransaction").contains("close");
	}

	@Test
	void unknownResultOfCommitFailsAllAsUnknown() {
		this.commit = () -> {
			throw new MongoSocketReadException("cut", new ServerAddress());
		};
		assertThat(joinedByTwo()).hasSize(2)
			.allSatisfy((result) -> assertThat(result).isInstanceOf(TransactionSystemException.class));
	}

	@Test
	void abortedCommitLetsAllCommitAlone() {
		var aborted = new MongoException("aborted");
		aborted.addLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
		this.commit = () -> {
			throw aborted;
		};
		assertThat(joinedByTwo()).containsExactly(CommitMode.ALONE, CommitMode.ALONE);
	}

	@Test
	void unreachableDatabaseFailsAllWithoutAnotherWait() {
		this.answer = () -> {
			throw new MongoTimeoutException("nobody");
		};
		assertThat(joinedByTwo()).hasSize(2)
			.allSatisfy((result) -> assertThat(result).isInstanceOf(DataAccessResourceFailureException.class));
		assertThat(this.groupCommit.join(List.of())).isEqualTo(CommitMode.LEAD);
	}

	@Test
	void silenceAfterTheLeaderFailsAllWithoutAnotherWait() {
		assertThat(joinedByTwo(this.groupCommit::giveUp)).hasSize(2)
			.allSatisfy((result) -> assertThat(result).isInstanceOf(DataAccessResourceFailureException.class));
		assertThat(this.called).isEmpty();
		assertThat(this.groupCommit.join(List.of())).isEqualTo(CommitMode.LEAD);
	}

	@Test
	void slowLeaderFailsNobodyElse() {
		this.silent = false;
		assertThat(joinedByTwo(this.groupCommit::giveUp)).containsExactly(CommitMode.COMMITTED, CommitMode.COMMITTED);
	}

	@Test
	void silenceAfterTheGroupFailsThoseBehindIt() throws InterruptedException {
		var asked = new CountDownLatch(1);
		var silent = new CountDownLatch(1);
		this.answer = () -> {
			asked.countDown();
			silent.await();
			throw new MongoTimeoutException("silent");
		};
		assertThat(this.groupCommit.join(List.of())).isEqualTo(CommitMode.LEAD);
		var results = Collections.synchronizedList(new ArrayList<>());
		var group = startWaiting(results, "a", "b");
		this.groupCommit.next();
		asked.await();
		var behind = startWaiting(results, "c", "d");
		silent.countDown();
		for (var thread : Stream.concat(group.stream(), behind.stream()).toList()) {
			thread.join();
		}
		assertThat(results).hasSize(4)
			.allSatisfy((result) -> assertThat(result).isInstanceOf(DataAccessResourceFailureException.class));
		assertThat(this.called).containsOnlyOnce("runCommand");
	}

	/** Returns how the two commit that wait for a leader. */
	private List<Object> joinedByTwo() {
		return joinedByTwo(this.groupCommit::next);
	}

	private List<Object> joinedByTwo(Runnable endOfLeader) {
		assertThat(this.groupCommit.join(List.of())).isEqualTo(CommitMode.LEAD);
		var results = Collections.synchronizedList(new ArrayList<>());
		var threads = startWaiting(results, "a", "b");
		endOfLeader.run();
		for (var thread : threads) {
			try {
				thread.join();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return List.copyOf(results);
	}

	private List<Thread> startWaiting(List<Object> results, String... ids) {
		var threads = Stream.of(ids).map((id) -> Thread.ofVirtual().start(() -> results.add(join(id)))).toList();
		while (threads.stream().anyMatch((thread) -> thread.getState() != Thread.State.WAITING)) {
			Thread.onSpinWait();
		}
		return threads;
	}

	private Object join(String id) {
		try {
			return this.groupCommit
				.join(List.of(new InsertedDocument("plum", RawBsonDocument.parse("{_id: '" + id + "'}"))));
		}
		catch (RuntimeException ex) {
			return ex;
		}
	}

}
