package org.parley.moderation.replay;

import java.time.InstantSource;

import org.parley.moderation.comparison.ComparedPolicy;
import org.parley.moderation.policy.Policies;
import org.parley.moderation.subject.AuthorReference;
import org.parley.platform.mongo.cluster.ClusterLoops;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Starts a replay of a policy, as it is now. */
@Component
class StartReplay {

	private final Replays replays;

	private final Policies policies;

	private final ClusterLoops replayLoops;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	StartReplay(Replays replays, Policies policies, ClusterLoops replayLoops, UnitOfWork unitOfWork,
			InstantSource clock) {
		this.replays = replays;
		this.policies = policies;
		this.replayLoops = replayLoops;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	Replay start(String policyId, AuthorReference by) {
		return this.unitOfWork.run(() -> {
			var replay = Replay.start(ComparedPolicy.of(this.policies.get(policyId)), by, this.clock.instant());
			this.replays.insert(replay);
			this.unitOfWork.afterCommit(this.replayLoops::signal);
			return replay;
		});
	}

}
