package org.parley.platform.security;

import java.io.Closeable;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.OutageTolerantJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.events.Event;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys of the issuer, cached by Nimbus and refreshed in the background. Unlike
 * Nimbus' own source, it answers that an unknown key does not exist while its fetch is
 * rate limited or fails, so that forged tokens stay invalid instead of unverifiable.
 */
final class IssuerKeys implements JWKSource<SecurityContext>, Closeable {

	private static final Logger log = LoggerFactory.getLogger(IssuerKeys.class);

	/** A published key signs its first token at least 11 minutes later. */
	private static final Duration LIFETIME = Duration.ofMinutes(10);

	private static final Duration REFRESH_AHEAD = Duration.ofMinutes(5);

	/** Longer than the lifetime of a token. */
	private static final Duration OUTAGE = Duration.ofHours(1);

	/** The interval in which Nimbus permits two fetches. */
	private static final Duration INTERVAL = Duration.ofSeconds(5);

	private static final int TIMEOUT_MILLIS = 1_000;

	private static final int LARGEST = 64 * 1024;

	private final JWKSetSource<SecurityContext> keys;

	private final InstantSource clock;

	IssuerKeys(URI address, InstantSource clock) throws MalformedURLException {
		var http = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST);
		var source = JWKSourceBuilder.create(address.toURL(), http)
			.cache(LIFETIME.toMillis(), 3 * TIMEOUT_MILLIS)
			.refreshAheadCache(REFRESH_AHEAD.toMillis(), false)
			.rateLimited(INTERVAL.toMillis())
			.outageTolerant(OUTAGE.toMillis(), IssuerKeys::logOutage)
			.build();
		this.keys = ((JWKSetBasedJWKSource<SecurityContext>) source).getJWKSetSource();
		this.clock = clock;
	}

	/**
	 * Selects matching keys.
	 * @throws KeySourceException when no keys are known
	 */
	@Override
	public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
		var now = this.clock.millis();
		var known = this.keys.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), now, context);
		var found = selector.select(known);
		if (!found.isEmpty()) {
			return found;
		}
		try {
			var changed = JWKSetCacheRefreshEvaluator.referenceComparison(known);
			return selector.select(this.keys.getJWKSet(changed, now, context));
		}
		catch (KeySourceException ex) {
			return found;
		}
	}

	/** Fetches the keys in the background, so that the first request finds them. */
	void prefetch() {
		Thread.ofVirtual().name("issuer-keys").start(() -> {
			try {
				this.keys.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), this.clock.millis(), null);
			}
			catch (KeySourceException ex) {
				logFailure(ex);
			}
		});
	}

	@Override
	public void close() throws IOException {
		this.keys.close();
	}

	private static void logOutage(Event<?, ?> event) {
		if (event instanceof OutageTolerantJWKSetSource.OutageEvent<?> outage) {
			logFailure(outage.getException());
		}
	}

	private static void logFailure(Exception reason) {
		log.atWarn()
			.addKeyValue("reason", reason.toString())
			.log("The issuer's keys cannot be fetched; known keys remain valid");
	}

}
