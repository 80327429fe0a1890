package org.parley.platform.readmodels.account;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.privacy.DeletedUser;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Collation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Finds the people of a projection of accounts by username, ignoring case. A projection
 * may be late, so people whom it does not know are asked for at auth-service and stored:
 * a person who exists is found from the moment of the registration. Erased people are
 * never found. Use it outside of transactions.
 *
 * @param <P> a document with the property {@code username}
 */
public final class PeopleByUsername<P> {

	/** The character that collations sort after all others. */
	public static final String AFTER_ALL = "\uffff";

	private static final String USERNAME = "username";

	private static final Collation WITHOUT_CASE = Collation.of("en").strength(Collation.ComparisonLevel.secondary());

	private final MongoOperations mongo;

	private final Class<P> type;

	private final Function<P, String> username;

	private final AccountClient accounts;

	private final Consumer<AccountState> projection;

	/**
	 * Creates a search over a projection.
	 * @param projection stores an account unless a newer version is stored
	 */
	public PeopleByUsername(MongoOperations mongo, Class<P> type, Function<P, String> username, AccountClient accounts,
			Consumer<AccountState> projection) {
		this.mongo = mongo;
		this.type = type;
		this.username = username;
		this.accounts = accounts;
		this.projection = projection;
	}

	public void createIndex() {
		this.mongo.indexOps(this.type)
			.createIndex(new Index(USERNAME, Sort.Direction.ASC).collation(WITHOUT_CASE).named(USERNAME));
	}

	/**
	 * Finds one person.
	 * @throws RefusalException as {@link #findAll}
	 */
	public Optional<P> find(String username) {
		return findAll(List.of(username)).values().stream().findFirst();
	}

	/**
	 * Finds people.
	 * @return by username in lower case
	 * @throws RefusalException 503 {@code service.unavailable} if auth-service does not
	 * answer for those who are unknown
	 */
	public Map<String, P> findAll(Collection<String> usernames) {
		var names = keys(usernames);
		var known = findStored(names);
		var unknown = new HashSet<>(names);
		unknown.removeAll(known.keySet());
		var accountsFound = this.accounts.find(unknown);
		accountsFound.forEach(this.projection);
		return accountsFound.isEmpty() ? known : findStored(names);
	}

	/**
	 * Finds people, for what is done without those who are unknown: they are left out if
	 * auth-service does not answer.
	 * @return by username in lower case
	 */
	public Map<String, P> findReachable(Collection<String> usernames) {
		try {
			return findAll(usernames);
		}
		catch (RefusalException ex) {
			return findStored(keys(usernames));
		}
	}

	/** The key of a username in results. */
	public static String key(String username) {
		return username.toLowerCase(Locale.ROOT);
	}

	/**
	 * Finds stored people whose username begins with a text, by username.
	 * @param others what else they must be
	 */
	public List<P> findBeginningWith(String text, Criteria others, int limit) {
		var names = Criteria.where(USERNAME).gte(text).lt(text + AFTER_ALL).ne(DeletedUser.USERNAME);
		var query = new Query(names).addCriteria(others).collation(WITHOUT_CASE).with(Sort.by(USERNAME)).limit(limit);
		return this.mongo.find(query, this.type);
	}

	private Map<String, P> findStored(Set<String> names) {
		if (names.isEmpty()) {
			return Map.of();
		}
		var query = new Query(Criteria.where(USERNAME).in(names)).collation(WITHOUT_CASE);
		return this.mongo.find(query, this.type)
			.stream()
			.collect(Collectors.toUnmodifiableMap((person) -> key(this.username.apply(person)), Function.identity(),
					(one, _) -> one));
	}

	private static Set<String> keys(Collection<String> usernames) {
		var keys = usernames.stream().map(PeopleByUsername::key).collect(Collectors.toSet());
		keys.remove(key(DeletedUser.USERNAME));
		return keys;
	}

}
