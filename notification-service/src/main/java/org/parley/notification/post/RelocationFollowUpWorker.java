package org.parley.notification.post;

import java.time.Duration;
import java.time.InstantSource;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.events.cluster.Lease;
import org.parley.platform.web.Ids;
import org.parley.platform.web.ProcessRole;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Loops that relocate notifications once more, after concurrent transactions have ended,
 * and that process early votes.
 */
@Configuration(proxyBeanMethods = false)
class RelocationFollowUpWorker {

	private static final int BATCH = 50;

	@Bean
	ClusterLoop relocationLoop(KnownPosts posts, RelocateThreadNotifications relocation, ProcessRole role,
			MongoOperations mongo, InstantSource clock) {
		var lease = new Lease(mongo, clock, "thread-following", Ids.next());
		return new ClusterLoop("thread-following", lease, new Work(posts, relocation, role));
	}

	@Bean
	ClusterLoop earlyVoteLoop(EarlyVoteWorker worker, MongoOperations mongo, InstantSource clock) {
		return new ClusterLoop("early-votes", new Lease(mongo, clock, "early-votes", Ids.next()), worker);
	}

	/** Relocates the notifications of threads in batches. */
	private record Work(KnownPosts posts, RelocateThreadNotifications relocation,
			ProcessRole role) implements ClusterLoop.Work {

		@Override
		public boolean waits() {
			return this.role.works() && this.posts.hasToCheck();
		}

		@Override
		public boolean doBatch() {
			var threads = this.posts.findToCheck(BATCH);
			threads.forEach(this::relocate);
			return threads.size() == BATCH;
		}

		private void relocate(ThreadRecord thread) {
			this.relocation.relocate(thread);
			this.posts.markChecked(thread);
		}

		@Override
		public Duration poll() {
			return Duration.ofSeconds(2);
		}

	}

}
