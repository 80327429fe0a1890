package org.parley.social.person;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.VersionedUpsert;
import org.parley.platform.readmodels.account.AccountClient;
import org.parley.platform.readmodels.account.AccountState;
import org.parley.platform.readmodels.account.PeopleByUsername;
import org.parley.platform.readmodels.account.WriterSettings;
import org.parley.platform.readmodels.media.MediaAddresses;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The stored people. All access is outside of transactions: two concurrent first writes
 * of a person must not abort each other.
 */
@Component
@EnableConfigurationProperties(WriterSettings.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public class SocialPeople implements InitializingBean {

	private final MongoOperations mongo;

	private final MediaAddresses addresses;

	private final WriterSettings settings;

	private final PeopleByUsername<SocialPerson> byUsername;

	SocialPeople(MongoOperations mongo, WriterSettings settings, MediaAddresses addresses, AccountClient accounts) {
		this.addresses = addresses;
		this.mongo = mongo;
		this.settings = settings;
		this.byUsername = new PeopleByUsername<>(mongo, SocialPerson.class, SocialPerson::username, accounts,
				this::update);
	}

	@Override
	public void afterPropertiesSet() {
		this.byUsername.createIndex();
	}

	/**
	 * Returns the caller as a person who may write, and stores them on their first write.
	 * @throws RefusalException 403 {@code member.banned}, {@code member.closed},
	 * {@code member.unverified}
	 */
	public SocialPerson requireWriter(Caller caller) {
		var person = requireStored(caller);
		this.settings.requireWriter(person.status(), person.verified());
		return person;
	}

	/** Returns the caller as a person, and stores them if they are unknown. */
	SocialPerson requireStored(Caller caller) {
		var stored = this.mongo.findById(caller.id(), SocialPerson.class);
		return (stored != null) ? stored : insert(caller);
	}

	/**
	 * Returns the person with a username, also one who has registered a moment ago.
	 * @throws RefusalException 404 {@code person.not-found}; 503
	 * {@code service.unavailable} if they cannot be asked for
	 */
	public SocialPerson require(String username) {
		return this.byUsername.find(username)
			.orElseThrow(() -> RefusalException.notFound("person.not-found", "There is no such person."));
	}

	/**
	 * Finds another person.
	 * @throws RefusalException 404 {@code person.not-found}; 422 with the code if it is
	 * the same person
	 */
	public SocialPerson requireOther(String username, SocialPerson than, String code, String detail) {
		var found = require(username);
		if (found.id().equals(than.id())) {
			throw RefusalException.unprocessable("username", code, detail);
		}
		return found;
	}

	/**
	 * Finds those of some people who are known, or can be asked for at the moment, by
	 * username.
	 */
	public Collection<SocialPerson> named(Collection<String> usernames) {
		return this.byUsername.findReachable(usernames).values();
	}

	/** Finds the stored people among some ids, by id. */
	public Map<String, SocialPerson> find(Collection<String> ids) {
		if (ids.isEmpty()) {
			return Map.of();
		}
		return this.mongo.find(new Query(Criteria.where("_id").in(ids)), SocialPerson.class)
			.stream()
			.collect(Collectors.toUnmodifiableMap(SocialPerson::id, (person) -> person));
	}

	/**
	 * Finds those who have ever changed the privacy of their account, after one of them.
	 */
	public List<SocialPerson> changedPrivacyAfter(@Nullable String id, int max) {
		var rest = Criteria.where("_id").gt((id != null) ? id : "").and("privacyChanges").gt(0);
		return this.mongo.find(new Query(rest).with(Sort.by("_id")).limit(max), SocialPerson.class);
	}

	/**
	 * Makes an account private or public, in the transaction of the caller.
	 * @return the person after the change; empty if nothing has changed
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<SocialPerson> close(String id, boolean closed) {
		var other = new Query(Criteria.where("_id").is(id).and("closed").ne(closed));
		return Optional
			.ofNullable(this.mongo.findAndModify(other, Update.update("closed", closed).inc("privacyChanges", 1L),
					FindAndModifyOptions.options().returnNew(true), SocialPerson.class));
	}

	/** Stores the account data of an event unless a newer version is stored. */
	void update(AccountState event) {
		var account = event.user();
		var state = event.state(this.addresses.avatar(account.avatarPath(), account.avatarUrl()))
			.setOnInsert("closed", false)
			.setOnInsert("privacyChanges", 0L);
		VersionedUpsert.saveIfNewer(this.mongo, SocialPerson.class, account.id(), event.version(), state);
	}

	private SocialPerson insert(Caller caller) {
		try {
			return this.mongo.insert(SocialPerson.of(caller));
		}
		catch (DuplicateKeyException ex) {
			return Objects.requireNonNull(this.mongo.findById(caller.id(), SocialPerson.class), "The person is stored");
		}
	}

}
