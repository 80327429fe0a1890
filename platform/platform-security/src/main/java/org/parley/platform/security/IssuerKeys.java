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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * The public keys of the issuer. They are fetched in the background from the start of the
 * service and refreshed every five minutes. An unknown key id triggers an additional
 * fetch, at most every five seconds, so that forged tokens cannot overload the issuer.
 * During an outage the known keys remain valid for longer than the lifetime of a token.
 */
final class IssuerKeys implements JWKSource<SecurityContext>, SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(IssuerKeys.class);

	private static final Duration FRESH = Duration.ofMinutes(5);

	private static final Duration OUTAGE = Duration.ofHours(1);

	private static final Duration PAUSE = Duration.ofSeconds(5);

	/** A shorter interval, since no request can be authenticated without keys. */
	private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

	private static final int TIMEOUT_MILLIS = 1_000;

	private static final int LARGEST = 64 * 1024;

	private final URL address;

	private final InstantSource clock;

	private final ResourceRetriever http = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST);

	private final ReentrantLock fetching = new ReentrantLock();

	private volatile @Nullable FetchedKeys fetched;

	private volatile Instant lastAttempt = Instant.EPOCH;

	private volatile @Nullable CountDownLatch end;

	/** Guarded by the fetching thread. */
	private boolean failing;

	private IssuerKeys(URL address, InstantSource clock) {
		this.address = address;
		this.clock = clock;
	}

	static IssuerKeys at(URI address, InstantSource clock) {
		try {
			return new IssuerKeys(address.toURL(), clock);
		}
		catch (MalformedURLException ex) {
			throw new IllegalArgumentException("The URL of the issuer's keys is invalid", ex);
		}
	}

	/** Starts refreshing, also after a stop. */
	@Override
	public void start() {
		var next = new CountDownLatch(1);
		this.end = next;
		Thread.ofVirtual().name("issuer-keys").start(() -> keepFresh(next));
	}

	@Override
	public void stop() {
		var last = this.end;
		this.end = null;
		if (last != null) {
			last.countDown();
		}
	}

	@Override
	public boolean isRunning() {
		return this.end != null;
	}

	/** Starts before the web server accepts requests. */
	@Override
	public int getPhase() {
		return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
	}

	/**
	 * Selects matching keys.
	 * @throws KeySourceException when no keys are known
	 */
	@Override
	public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
		var known = this.fetched;
		if (known == null || age(known).compareTo(OUTAGE) > 0) {
			return selector.select(require(fetchUnlessChanged(known)).keys);
		}
		var found = selector.select(known.keys);
		return found.isEmpty() ? selector.select(require(fetchUnlessChanged(known)).keys) : found;
	}

	private void keepFresh(CountDownLatch last) {
		try {
			do {
				var known = this.fetched;
				if (known == null || age(known).compareTo(FRESH) > 0) {
					fetchUnlessChanged(known);
				}
			}
			while (!last.await(FIRST_PAUSE.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Fetches the keys once for all waiting threads. */
	private @Nullable FetchedKeys fetchUnlessChanged(@Nullable FetchedKeys seen) {
		this.fetching.lock();
		try {
			if (Objects.equals(this.fetched, seen) && mayFetch()) {
				this.fetched = fetch();
				this.failing = false;
			}
		}
		catch (IOException | ParseException ex) {
			logFailure(ex);
		}
		finally {
			this.fetching.unlock();
		}
		return this.fetched;
	}

	/** Logs once until the next success. */
	private void logFailure(Exception reason) {
		if (!this.failing) {
			log.atWarn()
				.addKeyValue("reason", reason.toString())
				.log("The issuer's keys cannot be fetched; the known keys remain valid");
		}
		this.failing = true;
	}

	private FetchedKeys fetch() throws IOException, ParseException {
		var at = this.clock.instant();
		try {
			return new FetchedKeys(JWKSet.parse(this.http.retrieveResource(this.address).getContent()), at);
		}
		finally {
			// Threads that waited for a failed fetch do not repeat it one by one.
			this.lastAttempt = this.clock.instant();
		}
	}

	private FetchedKeys require(@Nullable FetchedKeys known) throws KeySourceException {
		if (known == null || age(known).compareTo(OUTAGE) > 0) {
			throw new RemoteKeySourceException("The issuer's keys are unknown", null);
		}
		return known;
	}

	private boolean mayFetch() {
		var pause = (this.fetched != null) ? PAUSE : FIRST_PAUSE;
		return !this.clock.instant().isBefore(this.lastAttempt.plus(pause));
	}

	private Duration age(FetchedKeys known) {
		return Duration.between(known.at, this.clock.instant());
	}

	/**
	 * The fetched keys.
	 *
	 * @param keys the keys
	 * @param at the time of the fetch
	 */
	private record FetchedKeys(JWKSet keys, Instant at) {
	}

}
