package org.parley.moderation.relocation;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import com.mongodb.MongoException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.moderation.FakeForum.Post;
import org.parley.moderation.ModerationClient;
import org.parley.moderation.ModerationIT;
import org.parley.moderation.cases.CaseGrounds;
import org.parley.moderation.cases.OpenCase;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Verifies that cases and incidents follow moves in any order of events. */
class RelocateCasesIT extends ModerationIT {

	private final TestUser author = TestUser.with();

	private final TestUser before = TestUser.with();

	private final TestUser after = TestUser.with();

	private final String here = Ids.next();

	private final String there = Ids.next();

	@Autowired
	private OpenCase openCase;

	@Autowired
	private RelocateCases relocateCases;

	@Autowired
	private UnitOfWork unitOfWork;

	@Autowired
	private PlatformTransactionManager transactions;

	@BeforeEach
	void openTwoCategories() {
		openCategory(this.here, "anyone", this.before.id());
		openCategory(this.there, "anyone", this.after.id());
	}

	@ParameterizedTest
	@ValueSource(strings = { "thread.moved", "thread.snapshot" })
	void caseAndIncidentFollowMovedThread(String type) {
		var post = this.forum.createFlaggedPost(this.author, this.here);
		var path = path(post);
		var tag = this.client.get(this.before, path).header("ETag");
		this.forum.moveThread(type, post, this.there, 5);
		eventually().untilAsserted(() -> assertThat(this.client.get(this.after, path).status()).isEqualTo(200));
		assertThat(this.client.get(this.before, path).status()).isEqualTo(404);
		assertThat(this.client.get(this.before, "/admin/incidents").data()).isEmpty();
		assertThat(this.client.get(this.after, "/admin/incidents").data()).hasSize(1);
		assertThat(this.client.post(this.after, path + "/claim", null, "If-Match", tag).status()).isEqualTo(412);
		this.forum.moveThread("thread.moved", post, this.here, 4);
		this.forum.publishCategory("category.changed", this.here, "anyone", List.of(), 1);
		eventually().untilAsserted(() -> assertThat(this.client.get(this.before, path).status()).isEqualTo(403));
		assertThat(this.client.get(this.after, path).status()).isEqualTo(200);
	}

	@Test
	void decidedCaseFollowsMovedThread() {
		var post = this.forum.createFlaggedPost(this.author, this.here);
		var path = path(post);
		this.client.post(this.before, path + "/decide", java.util.Map.of("decision", "dismiss"));
		this.forum.moveThread("thread.moved", post, this.there, 5);
		eventually().untilAsserted(() -> assertThat(this.client.get(this.after, path).status()).isEqualTo(200));
		assertThat(this.client.get(this.before, path).status()).isEqualTo(404);
	}

	@Test
	void caseAndIncidentFollowMovedPostAndThread() {
		var post = this.forum.createFlaggedPost(this.author, this.here);
		var path = path(post);
		var into = Ids.next();
		this.forum.move(post, into, this.there, 9, 5);
		eventually().untilAsserted(() -> assertThat(this.client.get(this.after, path).status()).isEqualTo(200));
		var moved = this.client.get(this.after, "/admin/incidents").data().path(0);
		assertThat(moved.at("/thread/id").asString()).isEqualTo(into);
		assertThat(moved.at("/post/number").asInt()).isEqualTo(9);
		assertThat(this.client.get(this.before, path).status()).isEqualTo(404);
		var target = new Post(post.id(), into, this.there, 9, this.author, "", 5);
		this.forum.moveThread("thread.moved", target, this.here, 1);
		eventually().untilAsserted(() -> assertThat(this.client.get(this.before, path).status()).isEqualTo(200));
	}

	@Test
	void threadMoveBeforePostMoveIsRemembered() {
		var post = this.forum.createFlaggedPost(this.author, this.here);
		var path = path(post);
		var target = new Post(post.id(), Ids.next(), this.here, 9, this.author, "", 5);
		this.forum.moveThread("thread.moved", target, this.there, 3);
		this.forum.move(post, target.threadId(), this.here, 9, 5);
		eventually().untilAsserted(() -> assertThat(this.client.get(this.after, path).status()).isEqualTo(200));
	}

	@Test
	void lateReportOpensCaseAtPresentLocation() {
		var post = new Post(Ids.next(), Ids.next(), this.here, 2, this.author, "Late", 0);
		this.forum.move(post, Ids.next(), this.there, 4, 1);
		this.forum.publish("report.filed", post);
		assertThat(this.client.get(this.after, path(post)).data().at("/post/number").asInt()).isEqualTo(4);
		var other = new Post(Ids.next(), Ids.next(), this.here, 2, this.author, "Late", 0);
		this.forum.moveThread("thread.moved", other, this.there, 1);
		this.forum.publish("report.filed", other);
		assertThat(this.client.get(this.after, path(other)).status()).isEqualTo(200);
	}

	@Test
	void olderMoveDoesNotRelocateNewerReport() {
		var post = new Post(Ids.next(), Ids.next(), this.here, 2, this.author, "Back again", 7);
		this.forum.move(post, Ids.next(), this.there, 4, 5);
		this.forum.publish("report.filed", post);
		assertThat(this.client.get(this.before, path(post)).status()).isEqualTo(200);
	}

	@Test
	void olderMoveThatArrivesAfterNewerReportIsIgnored() {
		var grounds = grounds();
		var newer = new CaseGrounds(grounds.post(), grounds.thread(), new ContentRevision(7, 7), grounds.content(),
				grounds.finding(), grounds.reasons());
		var other = new ModeratedThreadReference(Ids.next(), "other", "Another", category(this.there),
				grounds.thread().author());
		this.unitOfWork.run(() -> this.openCase.openForReport(newer));
		this.unitOfWork.run(() -> movePost(grounds.post(), other));
		assertThat(categories(this.before)).contains(this.here);
		assertThat(categories(this.after)).isEmpty();
	}

	@Test
	void threadMoveConflictsWithOpeningCase() {
		var grounds = grounds();
		var thread = grounds.thread().id();
		this.unitOfWork.run(() -> {
			this.openCase.openForReport(grounds);
			assertThatThrownBy(() -> runConcurrently(() -> moveThread(thread)))
				.hasRootCauseInstanceOf(MongoException.class);
		});
		this.unitOfWork.run(() -> moveThread(thread));
		assertThat(categories(this.after)).contains(this.there);
		assertThat(categories(this.before)).isEmpty();
	}

	@Test
	void postMoveConflictsWithOpeningCase() {
		var grounds = grounds();
		var other = new ModeratedThreadReference(Ids.next(), "other", "Another", category(this.there),
				grounds.thread().author());
		this.unitOfWork.run(() -> {
			this.openCase.openForReport(grounds);
			assertThatThrownBy(() -> runConcurrently(() -> movePost(grounds.post(), other)))
				.hasRootCauseInstanceOf(MongoException.class);
		});
		this.unitOfWork.run(() -> movePost(grounds.post(), other));
		assertThat(categories(this.after)).contains(this.there);
		assertThat(categories(this.before)).isEmpty();
	}

	private String moveThread(String id) {
		this.relocateCases.moveThread(id, category(this.there), 5);
		return id;
	}

	private ModeratedPostReference movePost(ModeratedPostReference post, ModeratedThreadReference thread) {
		this.relocateCases.movePost(post, thread, 5);
		return post;
	}

	/** Runs a change once in a concurrent transaction. */
	private void runConcurrently(Runnable change) throws InterruptedException, ExecutionException {
		var template = new TransactionTemplate(this.transactions);
		CompletableFuture.runAsync(() -> template.executeWithoutResult((_) -> change.run())).get();
	}

	private CaseGrounds grounds() {
		var thread = new ModeratedThreadReference(Ids.next(), "a-thread", "A thread", category(this.here),
				ModerationClient.reference(this.author));
		return new CaseGrounds(new ModeratedPostReference(Ids.next(), 2, ModerationClient.reference(this.author)),
				thread, new ContentRevision(0, 0), "An acceptable text", null, List.of("report/spam"));
	}

	private static ModeratedThreadReference.Category category(String id) {
		return new ModeratedThreadReference.Category(id, "c");
	}

	private List<String> categories(TestUser reader) {
		return this.client.get(reader, "/admin/cases")
			.data()
			.valueStream()
			.map((JsonNode item) -> item.at("/thread/category/id").asString())
			.toList();
	}

}
