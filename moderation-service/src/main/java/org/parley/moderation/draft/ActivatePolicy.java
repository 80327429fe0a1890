package org.parley.moderation.draft;

import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.moderation.PolicyChanged;
import org.parley.moderation.policy.Policies;
import org.parley.moderation.policy.Policy;
import org.parley.moderation.policy.PolicyRefusedException;
import org.parley.moderation.policy.audit.PolicyAct;
import org.parley.moderation.policy.audit.PolicyChanges;
import org.parley.moderation.subject.AuthorReference;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.web.IfMatch;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Puts a draft or an earlier policy in force, in place of the present one. Of two
 * concurrent activations, the second replaces the first.
 */
@Component
class ActivatePolicy {

	private final Policies policies;

	private final PolicyChanges changes;

	private final ValidateTerms validateTerms;

	private final UnitOfWork unitOfWork;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	ActivatePolicy(Policies policies, PolicyChanges changes, ValidateTerms validateTerms, UnitOfWork unitOfWork,
			ApplicationEventPublisher publisher, InstantSource clock) {
		this.policies = policies;
		this.changes = changes;
		this.validateTerms = validateTerms;
		this.unitOfWork = unitOfWork;
		this.publisher = publisher;
		this.clock = clock;
	}

	Policy activate(String id, @Nullable String note, IfMatch condition, AuthorReference by) {
		return this.unitOfWork.run(() -> {
			var next = this.policies.get(id);
			condition.require(next.revision());
			var previous = this.policies.getActive();
			var now = this.clock.instant();
			next.activate(this.policies.nextVersion(), now);
			requireStillValid(next);
			previous.retire();
			this.policies.update(previous);
			this.policies.update(next);
			this.changes.record(PolicyAct.ACTIVATED, next, note, by);
			this.publisher.publishEvent(new PolicyChanged(next.id(), next.name(), next.version(), previous.version(),
					note, by.reference(), now));
			return next;
		});
	}

	/** Categories may have been removed since the terms were written. */
	private void requireStillValid(Policy next) {
		this.validateTerms.problemsOf(next.terms()).stream().findFirst().ifPresent((problem) -> {
			throw PolicyRefusedException.outdated(problem.field());
		});
	}

}
