package org.parley.notification.post;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.DueBatches;
import org.parley.platform.mongo.cluster.DueWork;
import org.parley.platform.mongo.cluster.WorkClaim;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.runtime.ProcessRole;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Loops that relocate notifications once more, after concurrent transactions have ended,
 * and that process early votes.
 */
@Configuration(proxyBeanMethods = false)
class RelocationFollowUpWorker {

	private static final int BATCH = 50;

	/** Of two workers that relocate the same records, the second finds nothing to do. */
	@Bean
	ClusterLoop relocationLoop(KnownPosts posts, RelocateThreadNotifications relocation, ProcessRole role,
			InstantSource clock) {
		return new ClusterLoop("relocation-follow-up", WorkClaim.none(), new Work(posts, relocation, role, clock));
	}

	@Bean
	ClusterLoop earlyVoteLoop(EarlyVotes votes, NotifyVoteMilestone notifyVoteMilestone, UnitOfWork unitOfWork,
			ProcessRole role, InstantSource clock) {
		return new ClusterLoop("early-votes", WorkClaim.none(), new DueBatches<>(votes,
				(early) -> unitOfWork.run(() -> settle(early, votes, notifyVoteMilestone)), role, clock));
	}

	private static boolean settle(EarlyVotes.EarlyVote early, EarlyVotes votes,
			NotifyVoteMilestone notifyVoteMilestone) {
		var decided = notifyVoteMilestone.notify(early.vote());
		if (decided) {
			votes.remove(early);
		}
		else {
			votes.postpone(early);
		}
		return decided;
	}

	/** Relocates the notifications of threads in batches. */
	private static final class Work extends DueWork {

		private final KnownPosts posts;

		private final RelocateThreadNotifications relocation;

		private final ProcessRole role;

		Work(KnownPosts posts, RelocateThreadNotifications relocation, ProcessRole role, InstantSource clock) {
			super(clock);
			this.posts = posts;
			this.relocation = relocation;
			this.role = role;
		}

		@Override
		protected Optional<Instant> findNextDue() {
			return this.role.works() ? this.posts.findNextCheck() : Optional.empty();
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

	}

}
