package org.parley.moderation.shadow;

import java.time.InstantSource;

import org.parley.contracts.audit.AdministratorAct;
import org.parley.contracts.moderation.PolicyChanged;
import org.parley.moderation.comparison.ComparedPolicy;
import org.parley.moderation.policy.Policies;
import org.parley.moderation.subject.AuthorReference;
import org.parley.platform.messaging.AdministratorActs;
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

	private final AdministratorActs acts;

	RunInShadow(ShadowRuns shadowRuns, Policies policies, UnitOfWork unitOfWork, InstantSource clock,
			AdministratorActs acts) {
		this.shadowRuns = shadowRuns;
		this.policies = policies;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
		this.acts = acts;
	}

	ShadowRun start(String policyId, AuthorReference by) {
		return this.unitOfWork.run(() -> {
			var now = this.clock.instant();
			var run = ShadowRun.start(ComparedPolicy.of(this.policies.get(policyId)), by, now);
			this.shadowRuns.endRunning(now);
			this.shadowRuns.insert(run);
			this.acts.record(AdministratorAct.SHADOW_RUN_STARTED, by.id(), run.id());
			return run;
		});
	}

	ShadowRun stop(String id, AuthorReference by) {
		return this.unitOfWork.run(() -> {
			if (this.shadowRuns.end(id, this.clock.instant())) {
				this.acts.record(AdministratorAct.SHADOW_RUN_ENDED, by.id(), id);
			}
			return this.shadowRuns.get(id);
		});
	}

	/** Runs within the transaction of the change: later verdicts are another policy's. */
	@EventListener
	void on(PolicyChanged changed) {
		this.shadowRuns.endRunning(changed.activatedAt());
	}

}
