package org.parley.gateway.token;

import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import org.parley.platform.tokens.TokenAudiences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The public keys of auth-service. They are fetched before the first request, if
 * auth-service answers, and then whenever they are five minutes old, so that a published
 * key is known before it signs. A token with an unknown key id triggers an additional
 * fetch, at most every five seconds, or every second while auth-service does not answer.
 */
@Component
public class IssuerKeySource implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(IssuerKeySource.class);

	private static final Duration FRESH = Duration.ofMinutes(5);

	private static final Duration RETRY = Duration.ofSeconds(5);

	private static final Duration RETRY_FAILED = Duration.ofSeconds(1);

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final URI address;

	private final String issuer;

	private final InstantSource clock;

	private final Scheduler scheduler;

	private final HttpClient client = HttpClient.create().responseTimeout(Duration.ofSeconds(2));

	private final AtomicReference<Sinks.Empty<Void>> nextKeys = new AtomicReference<>(Sinks.empty());

	private final AtomicReference<Instant> nextFetch = new AtomicReference<>(Instant.MIN);

	private volatile JWKSet keys = new JWKSet();

	private volatile DefaultJWTProcessor<SecurityContext> processor;

	private volatile Instant staleFrom = Instant.MIN;

	private volatile Instant decidedUntil = Instant.MIN;

	private volatile boolean failing;

	private volatile boolean running;

	private final Disposable.Swap refresh = Disposables.swap();

	@Autowired
	public IssuerKeySource(@Value("${spring.security.oauth2.resourceserver.jwt.jwk-set-uri}") URI address,
			@Value("${parley.public-url}") String issuer, InstantSource clock) {
		this(address, issuer, clock, Schedulers.parallel());
	}

	IssuerKeySource(URI address, String issuer, InstantSource clock, Scheduler scheduler) {
		this.address = address;
		this.issuer = issuer;
		this.clock = clock;
		this.scheduler = scheduler;
		this.processor = processor(this.keys);
	}

	@Override
	public void start() {
		this.running = true;
		try {
			take(Objects.requireNonNull(fetch().block(PATIENCE)), this.clock.instant());
		}
		catch (RuntimeException ex) {
			fail(ex, this.clock.instant());
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.refresh.update(Disposables.disposed());
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
	}

	JWTClaimsSet verify(SignedJWT token) throws BadJOSEException, JOSEException {
		String keyId = token.getHeader().getKeyID();
		Instant now = this.clock.instant();
		if (isStale(now) || this.keys.getKeyByKeyId(keyId) == null) {
			fetchIfDue(now);
		}
		return this.processor.process(token, null);
	}

	/**
	 * Whether a key is known, or was missing from a fetch within the last five seconds.
	 */
	boolean isDecided(String keyId) {
		return this.keys.getKeyByKeyId(keyId) != null || this.clock.instant().isBefore(this.decidedUntil);
	}

	/** Completes when {@link #isDecided} is true. */
	Mono<Void> whenDecided(String keyId) {
		Mono<Void> fetched = this.nextKeys.get().asMono();
		if (isDecided(keyId)) {
			return Mono.empty();
		}
		fetchIfDue(this.clock.instant());
		return fetched;
	}

	private void fetchIfDue(Instant now) {
		Instant next = this.nextFetch.get();
		if (!now.isBefore(next) && this.nextFetch.compareAndSet(next, now.plus(RETRY))) {
			fetch().subscribe((fetched) -> take(fetched, now), (failure) -> fail(failure, now));
		}
	}

	/** Runs when the keys become stale; while they are, every second. */
	private void scheduleRefresh(Instant now) {
		if (this.running) {
			var pause = isStale(now) ? RETRY_FAILED : Duration.between(now, this.staleFrom);
			this.refresh.update(this.scheduler.schedule(this::refresh, pause.toMillis() + 1, TimeUnit.MILLISECONDS));
		}
	}

	private void refresh() {
		Instant now = this.clock.instant();
		scheduleRefresh(now);
		if (isStale(now)) {
			fetchIfDue(now);
		}
	}

	private boolean isStale(Instant now) {
		return now.isAfter(this.staleFrom);
	}

	private void fail(Throwable failure, Instant now) {
		this.nextFetch.set(now.plus(RETRY_FAILED));
		scheduleRefresh(now);
		if (this.failing) {
			return;
		}
		this.failing = true;
		log.atWarn().addKeyValue("reason", failure.toString()).log("Signing keys could not be fetched");
	}

	private Mono<JWKSet> fetch() {
		return this.client.get().uri(this.address).responseSingle((_, body) -> body.asString()).handle((json, sink) -> {
			try {
				sink.next(JWKSet.parse(json));
			}
			catch (ParseException ex) {
				sink.error(ex);
			}
		}).cast(JWKSet.class).timeout(PATIENCE);
	}

	private void take(JWKSet fetched, Instant now) {
		this.processor = processor(fetched);
		this.keys = fetched;
		this.staleFrom = now.plus(FRESH);
		this.nextFetch.set(now.plus(RETRY));
		this.decidedUntil = now.plus(RETRY);
		this.failing = false;
		scheduleRefresh(now);
		this.nextKeys.getAndSet(Sinks.empty()).tryEmitEmpty();
	}

	private DefaultJWTProcessor<SecurityContext> processor(JWKSet keys) {
		var processor = new DefaultJWTProcessor<SecurityContext>();
		processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
		processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, new ImmutableJWKSet<>(keys)));
		// Nimbus looks for null in the set, which unmodifiable ones refuse.
		processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(new HashSet<>(TokenAudiences.ALL),
				new JWTClaimsSet.Builder().issuer(this.issuer).build(), Set.of("sub", "exp"), null));
		return processor;
	}

}
