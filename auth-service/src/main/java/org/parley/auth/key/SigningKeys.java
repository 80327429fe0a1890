package org.parley.auth.key;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.parley.platform.web.Ids;

import org.springframework.context.annotation.DependsOn;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * The signing keys of the whole cluster. The first instance makes the first key: a unique
 * index on the active state lets one of several win, and the others take the winner's.
 */
@Component
@DependsOn("authIndexes")
public class SigningKeys implements JWKSource<SecurityContext> {

	private static final Duration FRESH = Duration.ofMinutes(1);

	private final MongoOperations mongo;

	private final InstantSource clock;

	private final Sealing sealing;

	private volatile Loaded loaded;

	SigningKeys(MongoOperations mongo, InstantSource clock, Seals seals) {
		this.mongo = mongo;
		this.clock = clock;
		this.sealing = seals.of("signing-keys");
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

	@Override
	public List<JWK> get(JWKSelector selector, SecurityContext context) {
		return selector.select(published());
	}

	private Loaded fresh() {
		if (this.clock.instant().isAfter(this.loaded.at.plus(FRESH))) {
			this.loaded = load();
		}
		return this.loaded;
	}

	private Loaded load() {
		var keys = this.mongo.findAll(SigningKey.class);
		var active = keys.stream().filter((key) -> key.state() == SigningKey.State.ACTIVE).findAny();
		if (active.isEmpty()) {
			makeFirst();
			return load();
		}
		var published = keys.stream().map((key) -> parse(key.publicKey())).toList();
		return new Loaded(this.clock.instant(), open(active.get()).toRSAKey(), new JWKSet(published));
	}

	private void makeFirst() {
		var key = generate();
		try {
			this.mongo.insert(new SigningKey(key.getKeyID(), SigningKey.State.ACTIVE, key.toPublicJWK().toJSONString(),
					this.sealing.seal(key.toJSONString(), key.getKeyID()), this.clock.instant()));
		}
		catch (DuplicateKeyException ex) {
			return; // another instance was first: its key is as good
		}
	}

	private JWK open(SigningKey key) {
		try {
			return parse(this.sealing.open(key.sealed(), key.kid()));
		}
		catch (IllegalStateException ex) {
			throw new IllegalStateException("parley.secret (PARLEY_SECRET) is not the one that sealed the signing keys",
					ex);
		}
	}

	private static RSAKey generate() {
		try {
			return new RSAKeyGenerator(2048).keyID(Ids.next())
				.keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.RS256)
				.generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("Every Java platform makes RSA keys", ex);
		}
	}

	private static JWK parse(String json) {
		try {
			return JWK.parse(json);
		}
		catch (ParseException ex) {
			throw new IllegalStateException("A stored signing key is not a JWK", ex);
		}
	}

	private record Loaded(Instant at, RSAKey active, JWKSet published) {
	}

}
