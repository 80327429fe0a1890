package org.parley.platform.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.TestTokens;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** When the issuer is asked for its keys, and what becomes of tokens when it is away. */
class IssuerKeysTests {

	private final HttpServer issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

	private final AtomicInteger asked = new AtomicInteger();

	private volatile int status = 200;

	private volatile @Nullable CountDownLatch gate;

	private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

	private final JwtDecoder tokens = new PlatformSecurityAutoConfiguration().accessTokens(
			URI.create("http://127.0.0.1:" + this.issuer.getAddress().getPort() + "/oauth2/jwks"), TestTokens.ISSUER,
			(InstantSource) () -> this.now);

	IssuerKeysTests() throws IOException {
	}

	@BeforeEach
	void start() throws IOException {
		byte[] keys;
		try (var told = URI.create(TestTokens.keysUri()).toURL().openStream()) {
			keys = told.readAllBytes();
		}
		this.issuer.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.issuer.createContext("/oauth2/jwks", (exchange) -> {
			this.asked.incrementAndGet();
			pass();
			exchange.sendResponseHeaders(this.status, keys.length);
			exchange.getResponseBody().write(keys);
			exchange.close();
		});
		this.issuer.start();
	}

	@AfterEach
	void stop() {
		this.issuer.stop(0);
	}

	@Test
	void whatItHasToldCountsOn() {
		assertThat(this.tokens.decode(TestTokens.of("1", "alice")).getSubject()).isEqualTo("1");
		this.issuer.stop(0);
		later(Duration.ofMinutes(10));
		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.tokens.decode(ofUnknownKey()));
		assertThat(this.tokens.decode(TestTokens.of("2", "bob")).getSubject()).isEqualTo("2");
	}

	@Test
	void whatItHasToldCountsNotForEver() {
		this.tokens.decode(TestTokens.of("1", "alice"));
		this.status = 500;
		later(Duration.ofMinutes(61));
		assertUnknowable(TestTokens.of("2", "bob"));
	}

	@Test
	void forgedTokensDoNotAskTheIssuerAgainAndAgain() {
		this.tokens.decode(TestTokens.of("1", "alice"));
		for (int i = 0; i < 100; i++) {
			assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.tokens.decode(ofUnknownKey()));
		}
		assertThat(this.asked).as("just asked").hasValue(1);
		later(Duration.ofSeconds(5));
		for (int i = 0; i < 100; i++) {
			assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.tokens.decode(ofUnknownKey()));
		}
		assertThat(this.asked).hasValue(2);
	}

	@Test
	void anIssuerThatFailsIsNotAskedAgainAndAgainEither() {
		this.status = 500;
		for (int i = 0; i < 100; i++) {
			assertUnknowable(TestTokens.of("1", "alice"));
		}
		assertThat(this.asked).hasValue(1);
		this.status = 200;
		later(Duration.ofSeconds(1));
		assertThat(this.tokens.decode(TestTokens.of("1", "alice")).getSubject()).isEqualTo("1");
	}

	@Test
	void manyWhoComeAtOnceAskOnce() throws InterruptedException {
		var closed = new CountDownLatch(1);
		this.gate = closed;
		var wishes = new ArrayList<Callable<String>>();
		for (int i = 0; i < 50; i++) {
			wishes.add(() -> this.tokens.decode(TestTokens.of("1", "alice")).getSubject());
		}
		wishes.add(() -> {
			Awaitility.await().until(() -> this.asked.get() > 0);
			closed.countDown();
			return "1";
		});
		try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
			assertThat(all.invokeAll(wishes).stream().map(Future::resultNow)).containsOnly("1");
		}
		assertThat(this.asked).hasValue(1);
	}

	@Test
	void keysThatAreNotFreshAreFetchedBesideTheRequests() {
		this.tokens.decode(TestTokens.of("1", "alice"));
		var closed = new CountDownLatch(1);
		this.gate = closed;
		later(Duration.ofMinutes(6));
		for (var id : List.of("2", "3", "4")) {
			assertThat(this.tokens.decode(TestTokens.of(id, "bob")).getSubject()).isEqualTo(id);
		}
		Awaitility.await().until(() -> this.asked, (count) -> count.get() == 2);
		closed.countDown();
		assertThat(this.tokens.decode(TestTokens.of("5", "bob")).getSubject()).isEqualTo("5");
	}

	/** Nobody can tell now, so it is no fault of the token. */
	private void assertUnknowable(String token) {
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> this.tokens.decode(token))
			.isNotInstanceOf(BadJwtException.class);
	}

	private void later(Duration by) {
		this.now = this.now.plus(by);
	}

	private void pass() {
		try {
			var closed = this.gate;
			if (closed != null && !closed.await(10, TimeUnit.SECONDS)) {
				throw new IllegalStateException("Nobody opened");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Makes the keys be fetched anew. */
	private static String ofUnknownKey() {
		return encoded("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"unknown\"}") + "." + encoded("{}") + "."
				+ encoded("a signature");
	}

	private static String encoded(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
