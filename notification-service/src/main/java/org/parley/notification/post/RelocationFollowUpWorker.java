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
 * Looks once more at threads that went elsewhere, when all that was being told of them at
 * that moment is settled; and at votes that came before their posts.
 */
@Configuration(proxyBeanMethods = false)
class RelocationFollowUpWorker {

	private static final int BATCH = 50;

	@Bean
	ClusterLoop threadFollowing(HeardPosts posts, RelocateThreadNotifications following, ProcessRole role,
			MongoOperations mongo, InstantSource clock) {
		var lease = new Lease(mongo, clock, "thread-following", Ids.next());
		return new ClusterLoop("thread-following", lease, new Work(posts, following, role));
	}

	@Bean
	ClusterLoop earlyVoteTelling(EarlyVoteWorker work, MongoOperations mongo, InstantSource clock) {
		return new ClusterLoop("early-votes", new Lease(mongo, clock, "early-votes", Ids.next()), work);
	}

	/** One batch of threads after the other. */
	private record Work(HeardPosts posts, RelocateThreadNotifications following,
			ProcessRole role) implements ClusterLoop.Work {

		@Override
		public boolean waits() {
			return this.role.works() && this.posts.areToCheck();
		}

		@Override
		public boolean doBatch() {
			var threads = this.posts.toCheck(BATCH);
			threads.forEach(this::follow);
			return threads.size() == BATCH;
		}

		private void follow(ThreadRecord thread) {
			this.following.follow(thread);
			this.posts.checked(thread);
		}

		@Override
		public Duration poll() {
			return Duration.ofSeconds(2);
		}

	}

}
