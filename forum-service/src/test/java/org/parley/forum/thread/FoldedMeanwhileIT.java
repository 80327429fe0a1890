package org.parley.forum.thread;

import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.forum.Somebody;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A change that was begun before counters were folded, and written after it. */
class FoldedMeanwhileIT extends ForumIT {

	@Autowired
	private Threads threads;

	@Test
	void leavesTheCountersAlone() {
		var id = this.forum.thread(Somebody.with(), this.forum.category());
		var begun = this.threads.find(id).orElseThrow();
		begun.pin(true);
		this.forum.reply(Somebody.with(), id);
		soon().until(() -> this.threads.find(id).orElseThrow().counters().replyCount() == 1);
		this.threads.update(begun);
		var written = this.threads.find(id).orElseThrow();
		assertThat(written.pinned()).isTrue();
		assertThat(written.counters().replyCount()).isOne();
		assertThat(written.counters().lastNumber()).isEqualTo(2);
	}

}
