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
import org.springframework.context.annotation.DependsOn;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * The signing keys of the whole cluster, as they were a minute ago at most. Where there
 * is none that signs, or none that comes next, one is made: a unique index on each of
 * these states lets one of several instances win, and the others take the winner's.
 */
@Component
@DependsOn("authIndexes")
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

	/** The key that signs. */
	public RSAKey active() {
		return fresh().active;
	}

	/** The public parts of all keys, as everybody may read them. */
	public JWKSet published() {
		return fresh().published;
	}

	/**
	 * Refuses to sign tokens of that life if they would outlive their key.
	 * @throws IllegalStateException then
	 */
	public void requireToOutlive(Duration token) {
		this.settings.requireOverlapOf(token);
	}

	@Override
	public List<JWK> get(JWKSelector selector, SecurityContext context) {
		return selector.select(published());
	}

	/** All of them as they are now, the oldest first. */
	List<SigningKey> all() {
		return this.mongo.findAll(SigningKey.class)
			.stream()
			.sorted(Comparator.comparing(SigningKey::createdAt).thenComparing(SigningKey::kid))
			.toList();
	}

	/** Looks at once, as this instance has changed them. */
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
		var keys = all();
		var active = in(State.ACTIVE, keys);
		if (active.isEmpty()) {
			make(State.ACTIVE);
			return load();
		}
		if (in(State.UPCOMING, keys).isEmpty()) {
			make(State.UPCOMING);
			return load();
		}
		var published = keys.stream().map((key) -> KeyPairs.parse(key.publicKey())).toList();
		return new Loaded(now, this.pairs.open(active.get()), new JWKSet(published));
	}

	private void make(State state) {
		try {
			this.mongo.insert(this.pairs.make(state));
		}
		catch (DuplicateKeyException ex) {
			return; // another instance was first: its key is as good
		}
	}

	private static Optional<SigningKey> in(State state, List<SigningKey> keys) {
		return keys.stream().filter((key) -> key.state() == state).findAny();
	}

	/**
	 * What was there.
	 *
	 * @param at when it was looked at
	 * @param active both parts of the key that signs
	 * @param published the public parts of all
	 */
	private record Loaded(Instant at, RSAKey active, JWKSet published) {
	}

}
