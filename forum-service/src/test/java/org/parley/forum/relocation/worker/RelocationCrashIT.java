package org.parley.forum.relocation.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.forum.relocation.Discussions;
import org.parley.forum.thread.Threads;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Kills the relocation worker after any database command that writes, as others change
 * nothing, and lets another worker continue. No post is lost or duplicated, and all
 * counters are right.
 */
class RelocationCrashIT extends ForumIT {

	private static final int REPLIES = 22;

	@Autowired
	@Qualifier("relocationLoop")
	private ClusterLoop loop;

	@Autowired
	private RelocationWorker worker;

	@Autowired
	private Threads stored;

	@Autowired
	private UnitOfWork unitOfWork;

	@Autowired
	private PlatformTransactionManager transactions;

	private final TestUser alice = TestUser.with();

	private Discussions threads = new Discussions(this.forum);

	private String category = "";

	private String reply = "";

	private int kills;

	@BeforeEach
	void stopBackgroundWorker() {
		this.loop.stop();
		this.threads = new Discussions(this.forum);
		this.category = this.forum.category();
		this.reply = this.forum.reply(this.alice, thread(0));
		finish();
	}

	@AfterEach
	void startBackgroundWorker() {
		this.commands.stopKilling();
		this.loop.start();
	}

	@Test
	void mergeSurvivesCrashAfterAnyWrite() {
		this.threads.merge(thread(REPLIES), thread(3));
		var points = points();
		var merged = points.stream().map(this::mergeKilledAfter).toList();
		assertThat(this.kills).isGreaterThan(15);
		merged.forEach((thread) -> {
			assertReplyCount(thread, REPLIES + 4);
			assertThat(this.forum.reply(this.alice, thread)).isNotEmpty();
		});
	}

	/** Returns the merged thread, whose counters follow later. */
	private String mergeKilledAfter(int point) {
		var target = thread(3);
		var source = thread(REPLIES);
		views(target, 3);
		views(source, 5);
		var expected = new ArrayList<>(posts(target));
		expected.addAll(posts(source));
		this.threads.merge(source, target);
		killAfter(point);
		finish();
		assertThat(posts(target)).as("killed after " + point).isEqualTo(expected);
		assertThat(posts(source)).isEmpty();
		assertThat(numbers(target)).doesNotHaveDuplicates();
		assertThat(thread(source)).containsEntry("mergedInto", target).containsEntry("workId", null);
		assertThat(thread(target)).containsEntry("viewCount", 8L).containsEntry("workId", null);
		assertThat(places(source)).isEqualTo(REPLIES + 1);
		return target;
	}

	@Test
	void splitSurvivesCrashAfterAnyWrite() {
		var source = thread(6);
		this.threads.split(source, posts(source).subList(2, 5));
		var points = points();
		var split = points.stream().map(this::splitKilledAfter).toList();
		assertThat(this.kills).isGreaterThan(15);
		split.forEach((threads) -> {
			assertReplyCount(threads.getFirst(), 4);
			assertReplyCount(threads.getLast(), 1);
			threads.forEach((thread) -> assertThat(this.forum.reply(this.alice, thread)).isNotEmpty());
		});
	}

	/** Returns the source and the new thread, whose counters follow later. */
	private List<String> splitKilledAfter(int point) {
		var source = thread(6);
		var before = posts(source);
		var accepted = this.threads.split(source, List.of(before.get(2), before.get(4)));
		var splitThread = accepted.data().path("target").asString();
		killAfter(point);
		finish();
		assertThat(posts(splitThread)).as("killed after " + point).containsExactly(before.get(2), before.get(4));
		assertThat(numbers(splitThread)).startsWith(1).doesNotHaveDuplicates();
		assertThat(posts(source)).containsExactly(before.get(0), before.get(1), before.get(3), before.get(5),
				before.get(6));
		assertThat(thread(source)).containsEntry("closing", false).containsEntry("workId", null);
		assertThat(thread(splitThread)).containsEntry("closing", false).containsEntry("workId", null);
		return List.of(source, splitThread);
	}

	private void assertReplyCount(String thread, int expected) {
		soon().pollDelay(Duration.ZERO)
			.untilAsserted(() -> assertThat(thread(thread)).containsEntry("replyCount", expected));
	}

	@Test
	void closingThreadRefusesChanges() {
		var target = thread(1);
		var source = thread(2);
		var accepted = this.threads.merge(source, target);
		assertThat(accepted.status()).isEqualTo(202);
		assertThat(accepted.data().path("state").asString()).isEqualTo("closing");
		assertBusy(this.forum.post(this.alice, "/posts", Map.of("threadId", source, "content", "Late")),
				"thread.closing");
		assertBusy(this.forum.post(this.forum.moderator(), "/threads/" + source + "/hide", null), "thread.closing");
		assertBusy(this.forum.patch(this.alice, "/threads/" + source, Map.of("title", "Mine")), "thread.closing");
		assertBusy(this.threads.split(source, posts(source).subList(1, 2)), "thread.closing");
		assertBusy(this.threads.merge(source, thread(0)), "thread.closing");
		assertBusy(this.threads.merge(thread(0), source), "thread.closing");
		assertBusy(this.threads.merge(target, source), "thread.receiving");
		assertBusy(this.threads.splitFrom(target, 2), "thread.receiving");
		assertThat(this.threads.merge(source, target).id()).isEqualTo(accepted.id());
		var reply = this.forum.reply(this.alice, target);
		assertThat(this.forum.post(this.forum.moderator(), "/threads/" + target + "/lock", null).status())
			.isEqualTo(200);
		finish();
		assertThat(posts(target)).hasSize(6).contains(reply);
		assertThat(this.forum.get(this.alice, "/threads/" + target).data().path("status").asString())
			.isEqualTo("locked");
	}

	@Test
	void mergeWaitsForNumberedReply() {
		var target = thread(0);
		var source = thread(1);
		var late = Ids.next();
		new TransactionTemplate(this.transactions).executeWithoutResult((_) -> {
			var number = this.stored.takeNumbers(source, 1);
			this.mongo.insert(like(posts(source).getLast(), late, number), "posts");
			this.unitOfWork.outside(() -> assertClosing(source, target));
		});
		finish();
		assertThat(posts(target)).hasSize(4).endsWith(late);
	}

	@Test
	void mergeIgnoresRolledBackNumber() {
		var target = thread(0);
		var source = thread(1);
		new TransactionTemplate(this.transactions).executeWithoutResult((open) -> {
			this.stored.takeNumbers(source, 1);
			this.unitOfWork.outside(() -> assertClosing(source, target));
			open.setRollbackOnly();
		});
		finish();
		assertThat(posts(target)).hasSize(3);
	}

	@Test
	void concurrentWorkersMoveEachPostOnce() {
		var target = thread(0);
		var source = thread(REPLIES);
		this.threads.merge(source, target);
		var workers = IntStream.range(0, 4).mapToObj((_) -> Thread.ofVirtual().start(this::finishQuietly)).toList();
		workers.forEach(RelocationCrashIT::join);
		finish();
		assertThat(posts(target)).hasSize(REPLIES + 2);
		assertThat(numbers(target)).doesNotHaveDuplicates();
		assertReplyCount(target, REPLIES + 1);
	}

	private Document assertClosing(String source, String target) {
		this.threads.merge(source, target);
		assertThat(this.worker.doBatch()).isTrue();
		due();
		assertThat(this.worker.doBatch()).isTrue();
		assertThat(relocation(source)).containsEntry("state", "CLOSING");
		return relocation(source);
	}

	/**
	 * Completes a relocation; returns the numbers of commands after which it has written.
	 */
	private List<Integer> points() {
		var sent = this.commands.ofThisThreadDuring(this::step);
		return IntStream.rangeClosed(1, sent.size())
			.filter((point) -> !sent.get(point - 1).containsKey("find"))
			.boxed()
			.toList();
	}

	/**
	 * The run that was counted may have repeated a transaction, and have more commands.
	 */
	private void killAfter(int commands) {
		this.commands.killAfter(commands);
		if (catchThrowable(this::step) != null) {
			this.kills++;
		}
		this.commands.stopKilling();
	}

	private void step() {
		var more = true;
		while (more) {
			more = this.worker.waits() && this.worker.doBatch();
		}
	}

	/** Completes all relocations. */
	private void finish() {
		due();
		while (this.worker.doBatch()) {
			due();
		}
	}

	private void finishQuietly() {
		for (int i = 0; i < 20; i++) {
			try {
				step();
			}
			catch (RuntimeException ex) {
				due();
			}
		}
	}

	private void due() {
		this.mongo.updateMulti(new Query(Criteria.where("state").ne("DONE")),
				Update.update("dueAt", Instant.ofEpochMilli(1)), "thread_relocations");
	}

	private String thread(int replies) {
		var id = this.forum.thread(this.alice, this.category);
		if (replies > 0) {
			fill(id, replies);
		}
		return id;
	}

	/** Inserts replies like one that was created through the API. */
	private void fill(String thread, int replies) {
		var model = like(this.reply, "", 0).append("threadId", thread);
		this.mongo.insert(IntStream.rangeClosed(2, replies + 1)
			.mapToObj((number) -> new Document(model).append("_id", Ids.next()).append("number", number))
			.toList(), "posts");
		this.mongo.updateFirst(byId(thread), Update.update("lastNumber", replies + 1).set("replyCount", replies),
				"threads");
	}

	private Document like(String post, String id, int number) {
		return Objects.requireNonNull(this.mongo.findById(post, Document.class, "posts"))
			.append("_id", id)
			.append("number", number);
	}

	private void views(String thread, long views) {
		this.mongo.updateFirst(byId(thread), Update.update("viewCount", views), "threads");
	}

	private List<String> posts(String thread) {
		return documents(thread).stream().map((post) -> post.getString("_id")).toList();
	}

	private List<Integer> numbers(String thread) {
		return documents(thread).stream().map((post) -> post.getInteger("number")).toList();
	}

	private List<Document> documents(String thread) {
		return this.mongo.find(new Query(Criteria.where("threadId").is(thread)).with(Sort.by("number")), Document.class,
				"posts");
	}

	private long places(String thread) {
		return this.mongo.count(new Query(Criteria.where("threadId").is(thread)), "former_places");
	}

	private Document relocation(String source) {
		return Objects.requireNonNull(this.mongo.findOne(new Query(Criteria.where("sourceId").is(source)),
				Document.class, "thread_relocations"));
	}

	private Document thread(String id) {
		return Objects.requireNonNull(this.mongo.findById(id, Document.class, "threads"));
	}

	private static Query byId(String id) {
		return new Query(Criteria.where("_id").is(id));
	}

	private static void assertBusy(TestResponse reply, String code) {
		assertThat(reply.status()).as(reply.toString()).isEqualTo(409);
		assertThat(reply.code()).isEqualTo(code);
		assertThat(reply.header("Retry-After")).isNotEmpty();
	}

	private static void join(@Nullable Thread worker) {
		try {
			Objects.requireNonNull(worker).join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
