package org.parley.gateway.token;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestTokens;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IssuerKeySourceTests {

	private final HttpServer issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

	private final AtomicInteger answered = new AtomicInteger();

	private final AtomicInteger refused = new AtomicInteger();

	private volatile boolean refusing;

	private volatile String published = "{\"keys\":[]}";

	private final Instant started = InstantSource.system().instant();

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final IssuerKeySource keys = new IssuerKeySource(
			URI.create("http://127.0.0.1:" + this.issuer.getAddress().getPort() + "/oauth2/jwks"), TestTokens.ISSUER,
			() -> this.started.plusMillis(this.time.now(TimeUnit.MILLISECONDS)), this.time);

	IssuerKeySourceTests() throws IOException {
	}

	@BeforeEach
	void start() {
		this.issuer.createContext("/oauth2/jwks", (exchange) -> {
			if (this.refusing) {
				this.refused.incrementAndGet();
				exchange.sendResponseHeaders(503, -1);
				exchange.close();
				return;
			}
			var body = this.published.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
			this.answered.incrementAndGet();
		});
		this.issuer.start();
	}

	@AfterEach
	void stop() {
		this.keys.stop();
		this.issuer.stop(0);
	}

	@Test
	void publishedKeyIsKnownBeforeItsFirstToken() throws Exception {
		this.keys.start();
		awaitAnswers(1);
		try (var published = URI.create(TestTokens.keysUri()).toURL().openStream()) {
			this.published = new String(published.readAllBytes(), StandardCharsets.UTF_8);
		}
		this.time.advanceTimeBy(Duration.ofMinutes(5).plusMillis(1));
		awaitAnswers(2);
		var token = SignedJWT.parse(TestTokens.of("1", "alice"));
		Awaitility.await().ignoreExceptionsInstanceOf(BadJOSEException.class).untilAsserted(() -> {
			assertThat(this.keys.verify(token).getSubject()).isEqualTo("1");
			assertThat(this.answered).as("no client had to trigger it").hasValue(2);
		});
	}

	@Test
	void freshKeysAreFetchedNoEarlierThanTheyAreStale() {
		this.keys.start();
		awaitAnswers(1);
		this.time.advanceTimeBy(Duration.ofMinutes(5).minusMillis(1));
		assertThat(this.answered).hasValue(1);
		this.time.advanceTimeBy(Duration.ofMillis(1));
		awaitAnswers(2);
	}

	@Test
	void keyIsDecidedOnceIssuerAnswers() {
		this.refusing = true;
		this.keys.start();
		var decided = this.keys.whenDecided("unknown").toFuture();
		assertThat(this.keys.isDecided("unknown")).isFalse();
		this.refusing = false;
		Awaitility.await().untilAsserted(() -> {
			this.time.advanceTimeBy(Duration.ofSeconds(1));
			assertThat(decided).isCompleted();
		});
		assertThat(this.answered.get()).as("one fetch for the refresh and the request").isOne();
		assertThat(this.keys.isDecided("unknown")).isTrue();
		this.time.advanceTimeBy(Duration.ofSeconds(5));
		assertThat(this.keys.isDecided("unknown")).isFalse();
	}

	@Test
	void keysAreFetchedEverySecondWhileIssuerDoesNotAnswer() {
		this.refusing = true;
		this.keys.start();
		for (var attempt = 1; attempt <= 3; attempt++) {
			assertThat(this.refused).hasValue(attempt);
			var scheduled = this.time.getScheduledTaskCount();
			this.time.advanceTimeBy(Duration.ofSeconds(1));
			Awaitility.await().until(() -> this.time.getScheduledTaskCount() == scheduled + 2);
		}
	}

	@Test
	void stoppedSourceWakesUpNoMore() {
		this.keys.start();
		awaitAnswers(1);
		this.keys.stop();
		this.time.advanceTimeBy(Duration.ofHours(1));
		assertThat(this.answered).hasValue(1);
	}

	@Test
	void forgedTokensDoNotRepeatFetches() throws JOSEException, ParseException {
		var forged = forged();
		for (int round = 1; round <= 3; round++) {
			for (int i = 0; i < 100; i++) {
				assertThatExceptionOfType(BadJOSEException.class).isThrownBy(() -> this.keys.verify(forged));
			}
			awaitAnswers(round);
			this.time.advanceTimeBy(Duration.ofSeconds(6));
		}
		assertThat(this.answered).hasValue(3);
	}

	/** An answer is counted a moment after it was sent. */
	private void awaitAnswers(int count) {
		Awaitility.await().until(() -> this.answered.get() == count);
	}

	private static SignedJWT forged() throws JOSEException, ParseException {
		var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("unknown").build(),
				new JWTClaimsSet.Builder().subject("1").build());
		token.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
		return SignedJWT.parse(token.serialize());
	}

}
