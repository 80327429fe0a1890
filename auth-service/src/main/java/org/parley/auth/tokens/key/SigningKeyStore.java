package org.parley.auth.tokens.key;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.parley.auth.tokens.key.SigningKey.State;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Stores the signing keys of the cluster and caches them for one minute. A missing active
 * or upcoming key is generated; a unique index on each of these states makes one of
 * several instances win, and the others load its key.
 */
@Component
@EnableConfigurationProperties(KeySettings.class)
public class SigningKeyStore implements JWKSource<SecurityContext> {

	private static final Duration FRESH = Duration.ofMinutes(1);

	private final MongoOperations mongo;

	private final InstantSource clock;

	private final KeyPairs pairs;

	private final KeySettings settings;

	private volatile Loaded loaded;

	SigningKeyStore(MongoOperations mongo, InstantSource clock, KeyPairs pairs, KeySettings settings) {
		this.mongo = mongo;
		this.clock = clock;
		this.pairs = pairs;
		this.settings = settings;
		this.loaded = load();
	}

	/** The key that signs new tokens, with its private part. */
	public RSAKey active() {
		return fresh().active;
	}

	/** The public parts of all keys. */
	public JWKSet published() {
		return fresh().published;
	}

	/**
	 * Checks that a key stays published for longer than the tokens that it has signed.
	 * @throws IllegalStateException if tokens of this lifetime would outlive their key
	 */
	public void requireToOutlive(Duration tokenLifetime) {
		this.settings.requireOverlapOf(tokenLifetime);
	}

	@Override
	public List<JWK> get(JWKSelector selector, SecurityContext context) {
		return selector.select(published());
	}

	/** Reads all keys from the database, the oldest first. */
	List<SigningKey> findAll() {
		return this.mongo.findAll(SigningKey.class)
			.stream()
			.sorted(Comparator.comparing(SigningKey::createdAt).thenComparing(SigningKey::kid))
			.toList();
	}

	/** Saves one rotation. Runs in the caller's transaction. */
	void saveRotation(SigningKey retired, SigningKey active, SigningKey upcoming) {
		// The order keeps the unique index on the state satisfied.
		this.mongo.save(retired);
		this.mongo.save(active);
		this.mongo.insert(upcoming);
	}

	/**
	 * Deletes retired keys whose tokens have all expired.
	 * @return how many
	 */
	long deleteExpired() {
		var past = this.clock.instant().minus(this.settings.overlap());
		return this.mongo
			.remove(new Query(Criteria.where("state").is(State.RETIRING).and("retiredAt").lt(past)), SigningKey.class)
			.getDeletedCount();
	}

	/** Replaces the cached keys at once, after this instance has changed them. */
	void reload() {
		this.loaded = load();
	}

	private Loaded fresh() {
		var known = this.loaded;
		if (Duration.between(known.at, this.clock.instant()).abs().compareTo(FRESH) > 0) {
			known = load();
			this.loaded = known;
		}
		return known;
	}

	private Loaded load() {
		var now = this.clock.instant();
		var keys = findAll();
		var active = find(State.ACTIVE, keys);
		if (active.isEmpty()) {
			insertNew(State.ACTIVE);
			return load();
		}
		if (find(State.UPCOMING, keys).isEmpty()) {
			insertNew(State.UPCOMING);
			return load();
		}
		var published = keys.stream().map((key) -> KeyPairs.parse(key.publicKey())).toList();
		return new Loaded(now, this.pairs.open(active.get()), new JWKSet(published));
	}

	private void insertNew(State state) {
		try {
			this.mongo.insert(this.pairs.generate(state));
		}
		catch (DuplicateKeyException ex) {
			return; // another instance has inserted its key
		}
	}

	private static Optional<SigningKey> find(State state, List<SigningKey> keys) {
		return keys.stream().filter((key) -> key.state() == state).findAny();
	}

	/**
	 * The cached keys.
	 *
	 * @param active the active key with its private part
	 */
	private record Loaded(Instant at, RSAKey active, JWKSet published) {
	}

}
