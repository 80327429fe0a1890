package org.parley.webhook.owner;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.parley.contracts.account.AccountEvent;
import org.parley.contracts.account.UserBanned;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.VersionedUpsert;
import org.parley.platform.readmodels.account.AccountStatus;
import org.parley.platform.readmodels.account.WriterSettings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The people known from events. Someone unknown has the rights of a guest. */
@Component
@EnableConfigurationProperties(WriterSettings.class)
public class SubscriptionOwners {

	static final String COLLECTION = "people";

	private final MongoOperations mongo;

	private final WriterSettings settings;

	SubscriptionOwners(MongoOperations mongo, WriterSettings settings) {
		this.mongo = mongo;
		this.settings = settings;
	}

	/**
	 * Requires a person who may write. The events of a newcomer may be late, and those of
	 * an administrator are not needed.
	 * @throws RefusalException 403 {@code member.banned}, {@code member.closed},
	 * {@code member.unverified}
	 */
	public void requireWriter(Caller caller) {
		var person = find(caller.id());
		this.settings.requireWriter(person.map(SubscriptionOwner::status).orElse(AccountStatus.ACTIVE),
				caller.isAdmin() || person.map(SubscriptionOwner::verified).orElse(false));
	}

	public Optional<SubscriptionOwner> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, SubscriptionOwner.class));
	}

	/** Finds people with one query, by their ids. */
	public Map<String, SubscriptionOwner> findAll(Collection<String> ids) {
		return this.mongo.find(new Query(Criteria.where("_id").in(ids)), SubscriptionOwner.class)
			.stream()
			.collect(Collectors.toUnmodifiableMap(SubscriptionOwner::id, Function.identity()));
	}

	/**
	 * Stores an account, unless a newer version is stored. Older events about bans have
	 * no status.
	 */
	public void save(AccountEvent account) {
		var user = account.user();
		var state = new Update().set("roles", account.roles()).set("groups", user.groups());
		if (account instanceof UserBanned) {
			state.set("status", AccountStatus.BANNED);
		}
		else {
			state.set("status", (user.status() != null) ? AccountStatus.of(user.status()) : AccountStatus.ACTIVE);
		}
		if (user.verified() != null) {
			state.set("verified", user.verified());
		}
		else {
			state.setOnInsert("verified", false);
		}
		VersionedUpsert.saveIfNewer(this.mongo, SubscriptionOwner.class, user.id(), account.version(), state);
	}

	/** Marks an account as deleted, so that late events do not bring it back. */
	public void markDeleted(String id, long version) {
		VersionedUpsert.saveIfNewer(this.mongo, SubscriptionOwner.class, id, version,
				new Update().set("roles", List.of())
					.set("groups", List.of())
					.set("status", AccountStatus.DELETED)
					.set("verified", false));
	}

}
