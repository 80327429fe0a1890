package org.parley.moderation.shadow;

import java.time.InstantSource;

import org.parley.contracts.moderation.PolicyChanged;
import org.parley.moderation.comparison.ComparedPolicy;
import org.parley.moderation.policy.Policies;
import org.parley.moderation.subject.AuthorReference;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts shadow runs. A new run, or another policy in force, ends the present run. */
@Component
class RunInShadow {

	private final ShadowRuns shadowRuns;

	private final Policies policies;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	RunInShadow(ShadowRuns shadowRuns, Policies policies, UnitOfWork unitOfWork, InstantSource clock) {
		this.shadowRuns = shadowRuns;
		this.policies = policies;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	ShadowRun start(String policyId, AuthorReference by) {
		return this.unitOfWork.run(() -> {
			var now = this.clock.instant();
			var run = ShadowRun.start(ComparedPolicy.of(this.policies.get(policyId)), by, now);
			this.shadowRuns.endRunning(now);
			this.shadowRuns.insert(run);
			return run;
		});
	}

	ShadowRun stop(String id) {
		this.shadowRuns.end(id, this.clock.instant());
		return this.shadowRuns.get(id);
	}

	/** Runs within the transaction of the change: later verdicts are another policy's. */
	@EventListener
	void on(PolicyChanged changed) {
		this.shadowRuns.endRunning(changed.activatedAt());
	}

}
