package org.parley.forum.thread;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.platform.test.client.TestUser.GUEST;

class PostNumberGapsIT extends ForumIT {

	@Autowired
	private Threads threads;

	@Autowired
	private PostNumberGaps postNumberGaps;

	@Autowired
	private UnitOfWork unitOfWork;

	@Autowired
	private PlatformTransactionManager transactions;

	@Test
	void pageContinuesBehindRolledBackNumber() {
		var writer = TestUser.with();
		var thread = this.forum.thread(writer, this.forum.category());
		assertThatThrownBy(() -> this.unitOfWork.run(() -> {
			takeNumber(thread);
			throw new IllegalStateException("rolled back");
		})).hasMessage("rolled back");
		this.forum.reply(writer, thread);
		this.forum.reply(writer, thread);
		assertThat(this.postNumberGaps.count(thread, 2, 2)).isOne();
		assertThat(numbers(thread)).containsExactly(1, 3);
	}

	@Test
	void pageEndsBeforeNumberOfOpenTransaction() {
		var writer = TestUser.with();
		var thread = this.forum.thread(writer, this.forum.category());
		new TransactionTemplate(this.transactions).executeWithoutResult((open) -> {
			takeNumber(thread);
			this.forum.reply(writer, thread);
			this.forum.reply(writer, thread);
			assertThat(numbers(thread)).containsExactly(1);
			open.setRollbackOnly();
		});
		assertThat(numbers(thread)).containsExactly(1, 3);
	}

	private void takeNumber(String thread) {
		var category = this.threads.find(thread).orElseThrow().categoryId();
		assertThat(this.threads.takeNumber(thread, Set.of(category))).isPresent();
	}

	/** The numbers of a page that is not the last one. */
	private List<Integer> numbers(String thread) {
		return this.forum.get(GUEST, "/threads/" + thread + "/posts?limit=2")
			.data()
			.valueStream()
			.map((JsonNode post) -> post.path("number").asInt())
			.toList();
	}

}
