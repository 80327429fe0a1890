package org.parley.notification.post;

import java.time.InstantSource;

import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.DueBatches;
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
class PostConfiguration {

	/** A thread that has changed meanwhile has its own follow-up. */
	@Bean
	ClusterLoop relocationLoop(KnownPosts posts, RelocateThreadNotifications relocation, UnitOfWork unitOfWork,
			ProcessRole role, InstantSource clock) {
		return new ClusterLoop("relocation-follow-up", WorkClaim.none(),
				new DueBatches<>(posts, (thread) -> unitOfWork.run(() -> {
					if (posts.markChecked(thread)) {
						relocation.relocate(thread);
					}
				}), role, clock));
	}

	@Bean
	ClusterLoop earlyVoteLoop(EarlyVotes votes, NotifyVoteMilestone notifyVoteMilestone, UnitOfWork unitOfWork,
			ProcessRole role, InstantSource clock) {
		return new ClusterLoop("early-votes", WorkClaim.none(), new DueBatches<>(votes,
				(early) -> unitOfWork.run(() -> settle(early, votes, notifyVoteMilestone)), role, clock));
	}

	private static void settle(EarlyVotes.EarlyVote early, EarlyVotes votes, NotifyVoteMilestone notifyVoteMilestone) {
		if (notifyVoteMilestone.notify(early.vote())) {
			votes.remove(early);
		}
		else {
			votes.postpone(early);
		}
	}

}
