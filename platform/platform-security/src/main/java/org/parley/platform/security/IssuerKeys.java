package org.parley.platform.security;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys of the issuer, fetched anew every five minutes, beside the requests,
 * and when a token names one that is not known: then at most every five seconds, so that
 * forged tokens cost the issuer nothing. While they cannot be fetched those that are
 * known count on, for longer than a token lives.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {

	private static final Logger log = LoggerFactory.getLogger(IssuerKeys.class);

	private static final Duration FRESH = Duration.ofMinutes(5);

	private static final Duration OUTAGE = Duration.ofHours(1);

	private static final Duration PAUSE = Duration.ofSeconds(5);

	/** While nothing is known nobody gets in, so it is shorter. */
	private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

	private static final int TIMEOUT_MILLIS = 1_000;

	private static final int LARGEST = 64 * 1024;

	private final URL address;

	private final InstantSource clock;

	private final ResourceRetriever http = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST);

	private final ReentrantLock asking = new ReentrantLock();

	private volatile @Nullable Told told;

	private volatile Instant askedAt = Instant.EPOCH;

	private IssuerKeys(URL address, InstantSource clock) {
		this.address = address;
		this.clock = clock;
	}

	static IssuerKeys at(URI address, InstantSource clock) {
		try {
			return new IssuerKeys(address.toURL(), clock);
		}
		catch (MalformedURLException ex) {
			throw new IllegalArgumentException("The address of the issuer's keys is none", ex);
		}
	}

	/**
	 * The keys that fit.
	 * @throws KeySourceException when none at all are known
	 */
	@Override
	public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
		var known = this.told;
		if (known == null || age(known).compareTo(OUTAGE) > 0) {
			return selector.select(require(ask(known)).keys);
		}
		if (age(known).compareTo(FRESH) > 0 && !this.asking.isLocked() && mayAsk()) {
			Thread.ofVirtual().start(() -> ask(known));
		}
		var found = selector.select(known.keys);
		return found.isEmpty() ? selector.select(require(ask(known)).keys) : found;
	}

	/** What is told now, asked once for all who wait for it. */
	private @Nullable Told ask(@Nullable Told seen) {
		this.asking.lock();
		try {
			if (Objects.equals(this.told, seen) && mayAsk()) {
				this.askedAt = this.clock.instant();
				this.told = fetch();
			}
		}
		catch (IOException | ParseException ex) {
			log.atWarn()
				.addKeyValue("reason", ex.toString())
				.log("The issuer's keys cannot be fetched; those that are known count on");
		}
		finally {
			this.asking.unlock();
		}
		return this.told;
	}

	private Told fetch() throws IOException, ParseException {
		var at = this.clock.instant();
		return new Told(JWKSet.parse(this.http.retrieveResource(this.address).getContent()), at);
	}

	private Told require(@Nullable Told known) throws KeySourceException {
		if (known == null || age(known).compareTo(OUTAGE) > 0) {
			throw new RemoteKeySourceException("The issuer's keys are not known", null);
		}
		return known;
	}

	private boolean mayAsk() {
		var pause = (this.told != null) ? PAUSE : FIRST_PAUSE;
		return !this.clock.instant().isBefore(this.askedAt.plus(pause));
	}

	private Duration age(Told known) {
		return Duration.between(known.at, this.clock.instant());
	}

	/**
	 * What the issuer has told.
	 *
	 * @param keys its keys
	 * @param at when it was asked
	 */
	private record Told(JWKSet keys, Instant at) {
	}

}
