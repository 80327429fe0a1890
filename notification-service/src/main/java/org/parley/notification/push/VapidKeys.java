package org.parley.notification.push;

import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Locale;
import java.util.Objects;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.SealedEventSecret;
import org.parley.platform.messaging.secret.EventSecretCipher;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Identifies this forum to push services. The first use makes the key, which is stored
 * sealed. It is never replaced, because push services would refuse all subscriptions that
 * were made with it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8292">RFC 8292</a>
 */
@Component
class VapidKeys {

	static final String COLLECTION = "push_keys";

	/** Half of the longest time that push services permit. */
	private static final Duration VALID = Duration.ofHours(12);

	private static final Criteria ONLY = Criteria.where("_id").is("vapid");

	private static final String SEALED = "sealed";

	private final MongoOperations mongo;

	private final EventSecretCipher cipher;

	private final String service;

	private final URI site;

	private final InstantSource clock;

	private volatile @Nullable ECKey known;

	VapidKeys(MongoOperations mongo, EventSecretCipher cipher, @Value("${spring.application.name}") String service,
			@Value("${parley.public-url}") URI site, InstantSource clock) {
		this.mongo = mongo;
		this.cipher = cipher;
		this.service = service;
		this.site = site;
		this.clock = clock;
	}

	/** The public key, as browsers take it for a subscription. */
	String publicKey() {
		return publicKey(key());
	}

	/** The header that identifies this forum to the push service of an endpoint. */
	String authorization(URI endpoint) {
		var key = key();
		return "vapid t=" + token(key, endpoint, this.clock.instant()) + ", k=" + publicKey(key);
	}

	private String token(ECKey key, URI endpoint, Instant now) {
		try {
			var origin = endpoint.getScheme().toLowerCase(Locale.ROOT) + "://" + endpoint.getRawAuthority();
			var claims = new JWTClaimsSet.Builder().audience(origin)
				.expirationTime(Date.from(now.plus(VALID)))
				.subject(this.site.toString())
				.build();
			var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT).build(),
					claims);
			token.sign(new ECDSASigner(key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("The key signs every token", ex);
		}
	}

	private static String publicKey(ECKey key) {
		try {
			return Base64URL.encode(WebPushCipher.point(key.toECPublicKey())).toString();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("The key is one of the curve", ex);
		}
	}

	private ECKey key() {
		var found = this.known;
		if (found == null) {
			found = load();
			this.known = found;
		}
		return found;
	}

	/** Seals it again, so that it is readable without the service's former keys. */
	private ECKey load() {
		var stored = storedOrNew();
		var key = open(stored);
		this.mongo.updateFirst(new Query(ONLY).addCriteria(Criteria.where(SEALED).is(stored)),
				Update.update(SEALED, seal(key)), COLLECTION);
		return key;
	}

	/** Of two instances that make a key, the first one wins. */
	private String storedOrNew() {
		try {
			var made = seal(new ECKeyGenerator(Curve.P_256).generate());
			var options = FindAndModifyOptions.options().upsert(true).returnNew(true);
			return Objects
				.requireNonNull(this.mongo.findAndModify(new Query(ONLY), new Update().setOnInsert(SEALED, made),
						options, Document.class, COLLECTION))
				.getString(SEALED);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("Every JDK has the curve", ex);
		}
	}

	private String seal(ECKey key) {
		return this.cipher.seal(this.service, key.toJSONString()).jwe();
	}

	private ECKey open(String stored) {
		try {
			return ECKey.parse(this.cipher.open(new SealedEventSecret(stored)));
		}
		catch (ParseException ex) {
			throw new IllegalStateException("The key was stored by this service", ex);
		}
	}

}
