package org.parley.chat.person;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.parley.chat.outage.DatabaseMemory;
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
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
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
public class ChatPeople implements InitializingBean {

	private final MongoOperations mongo;

	private final MediaAddresses addresses;

	private final WriterSettings settings;

	private final DatabaseMemory memory;

	private final RecentPeople recent;

	private final PeopleByUsername<ChatPerson> byUsername;

	ChatPeople(MongoOperations mongo, WriterSettings settings, DatabaseMemory memory, MediaAddresses addresses,
			RecentPeople recent, AccountClient accounts) {
		this.recent = recent;
		this.addresses = addresses;
		this.mongo = mongo;
		this.settings = settings;
		this.memory = memory;
		this.byUsername = new PeopleByUsername<>(mongo, ChatPerson.class, ChatPerson::username, accounts, this::update);
	}

	@Override
	public void afterPropertiesSet() {
		this.byUsername.createIndex();
	}

	/**
	 * Returns the caller as a person who may write, and stores them on their first write.
	 * While the database is away, a person is known who has read or written messages in
	 * the last ten minutes.
	 * @throws RefusalException 403 {@code member.banned}, {@code member.closed},
	 * {@code member.unverified}
	 */
	public ChatPerson requireWriter(Caller caller) {
		var person = require(caller);
		this.settings.requireWriter(person.status(), person.verified());
		return person;
	}

	/** Returns the caller as a person, and stores them on their first act. */
	public ChatPerson require(Caller caller) {
		return this.memory.get(ChatPerson.class, caller.id(), () -> {
			var known = shown(Set.of(caller.id())).get(caller.id());
			return (known != null) ? known : insert(caller);
		});
	}

	/** Remembers a stored person, who may write while the database is away. */
	public void remember(String id) {
		this.memory.learn(ChatPerson.class, id, () -> Optional.ofNullable(shown(Set.of(id)).get(id)));
	}

	/**
	 * Finds people by username, also those who have registered a moment ago.
	 * @return by username in lower case
	 * @throws RefusalException 503 {@code service.unavailable} if they cannot be asked
	 * for
	 */
	public Map<String, ChatPerson> named(Collection<String> usernames) {
		return this.byUsername.findAll(usernames);
	}

	/** Finds a person by username, as {@link #named(Collection)}. */
	public Optional<ChatPerson> named(String username) {
		return this.byUsername.find(username);
	}

	/** Finds the stored people among some ids, by id. */
	public Map<String, ChatPerson> byId(Collection<String> ids) {
		if (ids.isEmpty()) {
			return Map.of();
		}
		return this.mongo.find(new Query(Criteria.where("_id").in(ids)), ChatPerson.class)
			.stream()
			.collect(Collectors.toUnmodifiableMap(ChatPerson::id, (person) -> person));
	}

	/**
	 * Finds people to show, by id. Redis knows those who were shown or have written
	 * recently, also while the database is away.
	 */
	public Map<String, ChatPerson> shown(Set<String> ids) {
		return this.recent.find(ids, this::byId);
	}

	/** Returns the given people whom Redis knows, by id. */
	public Map<String, ChatPerson> known(Set<String> ids) {
		return this.recent.known(ids);
	}

	/** Stores the account data of an event unless a newer version is stored. */
	void update(AccountState event) {
		var account = event.user();
		var avatar = this.addresses.avatar(account.avatarPath(), account.avatarUrl());
		this.recent.change(account.id(), () -> VersionedUpsert.saveIfNewer(this.mongo, ChatPerson.class, account.id(),
				event.version(), event.state(avatar)));
	}

	private ChatPerson insert(Caller caller) {
		try {
			return this.mongo.insert(ChatPerson.of(caller));
		}
		catch (DuplicateKeyException ex) {
			return Objects.requireNonNull(this.mongo.findById(caller.id(), ChatPerson.class), "The person is stored");
		}
	}

}
