package org.parley.forum.thread;

import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests a change that is read before counters are applied and written after. */
class AggregatedMeanwhileIT extends ForumIT {

	@Autowired
	private Threads threads;

	@Test
	void changeKeepsConcurrentCounters() {
		var id = this.forum.thread(TestUser.with(), this.forum.category());
		var stale = this.threads.find(id).orElseThrow();
		stale.pin();
		this.forum.reply(TestUser.with(), id);
		soon().until(() -> this.threads.find(id).orElseThrow().counters().replyCount() == 1);
		this.threads.update(stale);
		var written = this.threads.find(id).orElseThrow();
		assertThat(written.pinned()).isTrue();
		assertThat(written.counters().replyCount()).isOne();
		assertThat(written.counters().lastNumber()).isEqualTo(2);
	}

}
