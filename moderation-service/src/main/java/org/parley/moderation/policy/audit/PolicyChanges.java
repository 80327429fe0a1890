package org.parley.moderation.policy.audit;

import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.policy.Policy;
import org.parley.moderation.subject.AuthorReference;
import org.parley.platform.domain.Ids;
import org.parley.platform.web.paging.NewestFirst;
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

	PolicyChanges(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/** Records an act of a moderator. */
	public void record(PolicyAct act, Policy policy, @Nullable String note, AuthorReference by) {
		this.mongo.insert(new PolicyChange(Ids.next(), act, policy.id(), policy.name(),
				(policy.version() > 0) ? policy.version() : null, note, by, this.clock.instant()));
	}

	/** Finds a page of the entries, newest first. */
	Paged<PolicyChange> findPage(PolicyChangeQuery query) {
		var criteria = (query.policy() != null) ? Criteria.where("policyId").is(query.policy()) : new Criteria();
		return new NewestFirst(query).find(this.mongo, new Query(criteria), PolicyChange.class, PolicyChange::id);
	}

}
