package org.parley.summary.stored;

import java.util.function.UnaryOperator;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestUser;
import org.parley.summary.SummaryIT;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

/**
 * Changes the projection without events: an outdated summary that is stored is hidden.
 */
class SummariesIT extends SummaryIT {

	private String thread = "";

	private String post = "";

	@BeforeEach
	void summarize() {
		this.thread = this.forum.oldThread(this.forum.category("anyone"), "Which tomatoes ripen in shade?");
		this.post = this.forum.reply(this.thread, 2, "Stupice tomatoes do.");
		awaitEventsHandled();
		this.client.request(TestUser.with(), this.thread);
		eventually()
			.until(() -> this.client.read(GUEST, this.thread).data().path("text").asString("").contains("Stupice"));
		keep();
	}

	/** The worker deletes its outdated summary once after it is stored, by this id. */
	private void keep() {
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(this.thread)), Update.update("summaryId", "kept"),
				"summaries");
	}

	@Test
	void summaryOfUnchangedPostsIsShown() {
		changePost((update) -> update.set("unrelated", true));
		assertThat(this.client.read(GUEST, this.thread).status()).isEqualTo(200);
	}

	@Test
	void summaryOfHiddenPostIsNotShown() {
		changePost((update) -> update.set("text", null).set("print", null));
		assertNotShown("summary.none");
	}

	@Test
	void summaryOfEditedPostIsNotShown() {
		changePost((update) -> update.set("print", "another"));
		assertNotShown("summary.none");
	}

	@Test
	void summaryOfMovedPostIsNotShown() {
		changePost((update) -> update.set("threadId", "another"));
		assertNotShown("summary.none");
	}

	@Test
	void summaryOfMissingPostIsNotShown() {
		this.mongo.remove(Query.query(Criteria.where("_id").is(this.post)), "posts");
		assertNotShown("summary.none");
	}

	@Test
	void summaryBasedOnOldTitleIsNotShown() {
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(this.thread)),
				new Update().push("draft.basis", new Document("number", 0).append("print", "Another title")),
				"summaries");
		assertNotShown("summary.none");
	}

	@Test
	void summaryOfHiddenThreadIsNotShown() {
		changeThread(new Update().set("status", "HIDDEN"));
		assertNotShown("thread.not-found");
	}

	@Test
	void summaryInUnknownCategoryIsNotShown() {
		changeThread(new Update().set("category._id", "another"));
		assertNotShown("thread.not-found");
	}

	private void changePost(UnaryOperator<Update> change) {
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(this.post)), change.apply(new Update()), "posts");
	}

	private void changeThread(Update change) {
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(this.thread)), change, "threads");
	}

	private void assertNotShown(String code) {
		assertThat(this.mongo.findById(this.thread, Document.class, "summaries")).as("still stored").isNotNull();
		var answer = this.client.read(GUEST, this.thread);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
		assertThat(answer.code()).isEqualTo(code);
		var response = this.client.request(TestUser.with(), this.thread);
		assertThat(response.data().path("text").asString("")).doesNotContain("Stupice");
	}

}
