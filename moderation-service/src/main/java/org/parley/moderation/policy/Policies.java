package org.parley.moderation.policy;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.policy.Policy.PolicyStatus;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Stores policies. One is in force, which a unique index enforces. */
@Component
public class Policies {

	private static final String STATUS = "status";

	private static final String VERSION = "version";

	private final MongoOperations mongo;

	Policies(MongoOperations mongo) {
		this.mongo = mongo;
	}

	public void insert(Policy draft) {
		this.mongo.insert(draft);
	}

	/**
	 * Stores a change of a policy.
	 * @throws OptimisticLockingFailureException when another change was stored first
	 */
	public void update(Policy changed) {
		if (this.mongo.findAndReplace(previous(changed.id(), changed.revision() - 1), changed) == null) {
			throw new OptimisticLockingFailureException("The policy was changed concurrently");
		}
	}

	/**
	 * Deletes a policy.
	 * @throws OptimisticLockingFailureException when a change was stored first
	 */
	public void delete(Policy draft) {
		if (this.mongo.remove(previous(draft.id(), draft.revision()), Policy.class).getDeletedCount() == 0) {
			throw new OptimisticLockingFailureException("The policy was changed concurrently");
		}
	}

	private static Query previous(String id, long revision) {
		return new Query(Criteria.where("_id").is(id).and("revision").is(revision));
	}

	/**
	 * Returns a policy.
	 * @throws PolicyRefusedException 404 {@code policy.not-found}
	 */
	public Policy get(String id) {
		var found = this.mongo.findById(id, Policy.class);
		if (found == null) {
			throw PolicyRefusedException.notFound();
		}
		return found;
	}

	/** Finds the policy in force; empty only in a new database. */
	public Optional<Policy> findActive() {
		return Optional
			.ofNullable(this.mongo.findOne(new Query(Criteria.where(STATUS).is(PolicyStatus.ACTIVE)), Policy.class));
	}

	/** Returns the policy in force. */
	public Policy getActive() {
		return findActive().orElseThrow(() -> new IllegalStateException("No policy is stored"));
	}

	/** The version of the next policy that is put in force for the first time. */
	public long nextVersion() {
		var latest = new Query(Criteria.where(VERSION).gt(0))
			.with(org.springframework.data.domain.Sort.by(Direction.DESC, VERSION))
			.limit(1);
		var found = this.mongo.findOne(latest, Policy.class);
		return (found != null) ? found.version() + 1 : 1;
	}

	public Map<Long, String> findNames(Collection<Long> versions) {
		return this.mongo.find(new Query(Criteria.where(VERSION).in(versions)), Policy.class)
			.stream()
			.collect(Collectors.toUnmodifiableMap(Policy::version, Policy::name));
	}

	/** Finds a page of policies, newest first. */
	public Paged<Policy> findPage(PageQuery page, @Nullable PolicyStatus status) {
		var criteria = (status != null) ? Criteria.where(STATUS).is(status) : new Criteria();
		return new NewestFirst(page).find(this.mongo, new Query(criteria), Policy.class, Policy::id);
	}

}
