package org.parley.gateway.token;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

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
import org.parley.platform.security.token.TokenAudiences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.util.retry.Retry;

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

	private final String issuer;

	private final InstantSource clock;

	private final Scheduler scheduler;

	/** Fetches the keys; its last result is kept until the next fetch is permitted. */
	private final Mono<JWKSet> fetched;

	private final Disposable.Swap refresh = Disposables.swap();

	private volatile JWKSet keys = new JWKSet();

	private volatile DefaultJWTProcessor<SecurityContext> processor;

	private volatile Instant decidedUntil = Instant.MIN;

	private volatile boolean failing;

	private volatile boolean running;

	@Autowired
	public IssuerKeySource(@Value("${spring.security.oauth2.resourceserver.jwt.jwk-set-uri}") URI address,
			@Value("${parley.public-url}") String issuer, InstantSource clock) {
		this(address, issuer, clock, Schedulers.parallel());
	}

	IssuerKeySource(URI address, String issuer, InstantSource clock, Scheduler scheduler) {
		this.issuer = issuer;
		this.clock = clock;
		this.scheduler = scheduler;
		this.processor = processor(this.keys);
		this.fetched = fetch(address).doOnNext(this::take)
			.doOnError(this::fail)
			.cache((_) -> RETRY, (_) -> RETRY_FAILED, () -> RETRY_FAILED, scheduler);
	}

	private static Mono<JWKSet> fetch(URI address) {
		return HttpClient.create()
			.responseTimeout(Duration.ofSeconds(2))
			.get()
			.uri(address)
			.responseSingle((_, body) -> body.asString())
			.single()
			.flatMap((json) -> Mono.fromCallable(() -> JWKSet.parse(json)))
			.timeout(PATIENCE);
	}

	@Override
	public void start() {
		this.running = true;
		this.fetched.onErrorComplete().block();
		this.refresh.update(untilFetched().repeatWhen((done) -> done.delayElements(FRESH, this.scheduler)).subscribe());
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
		if (this.keys.getKeyByKeyId(token.getHeader().getKeyID()) == null) {
			this.fetched.onErrorComplete().subscribe();
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
		return isDecided(keyId) ? Mono.empty() : untilFetched().then();
	}

	private Mono<JWKSet> untilFetched() {
		return this.fetched.retryWhen(Retry.fixedDelay(Long.MAX_VALUE, RETRY_FAILED).scheduler(this.scheduler));
	}

	private void take(JWKSet fetched) {
		this.processor = processor(fetched);
		this.keys = fetched;
		this.decidedUntil = this.clock.instant().plus(RETRY);
		this.failing = false;
	}

	private void fail(Throwable failure) {
		if (!this.failing) {
			this.failing = true;
			log.atWarn().addKeyValue("reason", failure.toString()).log("Signing keys could not be fetched");
		}
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
