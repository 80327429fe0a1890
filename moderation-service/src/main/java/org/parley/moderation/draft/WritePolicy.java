package org.parley.moderation.draft;

import java.time.InstantSource;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.moderation.policy.Policies;
import org.parley.moderation.policy.Policy;
import org.parley.moderation.policy.PolicyTerms;
import org.parley.moderation.policy.audit.PolicyAct;
import org.parley.moderation.policy.audit.PolicyChanges;
import org.parley.moderation.subject.AuthorReference;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.text.StorableText;
import org.parley.platform.web.IfMatch;

import org.springframework.stereotype.Component;

/** Creates, changes and deletes drafts. */
@Component
class WritePolicy {

	private final Policies policies;

	private final PolicyChanges changes;

	private final ValidateTerms validateTerms;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	WritePolicy(Policies policies, PolicyChanges changes, ValidateTerms validateTerms, UnitOfWork unitOfWork,
			InstantSource clock) {
		this.policies = policies;
		this.changes = changes;
		this.validateTerms = validateTerms;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	Policy create(PolicyCreationRequest request, AuthorReference by) {
		return this.unitOfWork.run(() -> {
			var draft = Policy.draft(request.name(), terms(request), by, this.clock.instant());
			this.validateTerms.requireValid(draft.terms());
			this.policies.insert(draft);
			this.changes.record(PolicyAct.CREATED, draft, null, by);
			return draft;
		});
	}

	private PolicyTerms terms(PolicyCreationRequest request) {
		if (request.terms() != null) {
			return request.terms();
		}
		return ((request.basedOn() != null) ? this.policies.get(request.basedOn()) : this.policies.getActive()).terms();
	}

	Policy edit(String id, @Nullable String name, @Nullable PolicyTerms terms, IfMatch condition, AuthorReference by) {
		if (terms != null) {
			this.validateTerms.requireValid(terms);
		}
		return this.unitOfWork.run(() -> {
			var draft = this.policies.get(id);
			condition.require(draft.revision());
			if (draft.edit((name != null) ? name : draft.name(), (terms != null) ? terms : draft.terms(),
					this.clock.instant())) {
				this.policies.update(draft);
				this.changes.record(PolicyAct.EDITED, draft, null, by);
			}
			return draft;
		});
	}

	void delete(String id, IfMatch condition, AuthorReference by) {
		this.unitOfWork.run(() -> {
			var draft = this.policies.get(id);
			condition.require(draft.revision());
			draft.requireDraft();
			this.policies.delete(draft);
			this.changes.record(PolicyAct.DELETED, draft, null, by);
		});
	}

	/**
	 * The body of a new draft.
	 *
	 * @param name the display name
	 * @param basedOn the id of the policy whose terms are copied; by default the one in
	 * force
	 * @param terms what it says, instead of a copy
	 */
	record PolicyCreationRequest(
			@Schema(example = "Fewer links") @NotNull @StorableText(min = 1, max = 100) String name,
			@Schema(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") @Pattern(regexp = "[0-7][0-9A-HJKMNP-TV-Z]{25}",
					message = "must be an id") @Nullable String basedOn,
			@Valid @Nullable PolicyTerms terms) {
	}

}
