package org.parley.moderation.policy.audit;

import java.time.InstantSource;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.moderation.policy.Policy;
import org.parley.moderation.subject.AuthorReference;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Stores the audit of policies. Entries are part of the caller's transaction. */
@Component
public class PolicyChanges {

	private final MongoOperations mongo;

	private final InstantSource clock;

	private final AdministratorActs acts;

	PolicyChanges(MongoOperations mongo, InstantSource clock, AdministratorActs acts) {
		this.mongo = mongo;
		this.clock = clock;
		this.acts = acts;
	}

	/** Records an act of a moderator, also in the audit of all services. */
	public void record(PolicyAct act, Policy policy, @Nullable String note, AuthorReference by) {
		this.mongo.insert(new PolicyChange(Ids.next(), act, policy.id(), policy.name(),
				(policy.version() > 0) ? policy.version() : null, note, by, this.clock.instant()));
		this.acts.record(act.reported(), by.id(), policy.id());
	}

	/** Finds a page of the entries, newest first. */
	Paged<PolicyChange> findPage(PolicyChangeQuery query) {
		var criteria = (query.policy() != null) ? Criteria.where("policyId").is(query.policy()) : new Criteria();
		return new NewestFirst(query).find(this.mongo, new Query(criteria), PolicyChange.class, PolicyChange::id);
	}

	/**
	 * The query parameters of the audit of policies.
	 *
	 * @param policy only changes of this policy
	 * @param limit the size of the page; 20 by default
	 */
	record PolicyChangeQuery(
			@Parameter(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") @Pattern(regexp = "[0-7][0-9A-HJKMNP-TV-Z]{25}",
					message = "must be an id") @Nullable String policy,
			@Nullable String cursor,
			@Parameter(example = "20") @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
					message = "must be 1 to 100") @Nullable Integer limit)
			implements
				PageQuery {
	}

}
