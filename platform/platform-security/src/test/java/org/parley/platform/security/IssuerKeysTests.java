package org.parley.platform.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.security.token.TokenAudiences;
import org.parley.platform.test.client.TestTokens;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Fetching of the issuer's keys, and tokens during its outage. */
class IssuerKeysTests {

	private final HttpServer issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

	private final AtomicInteger asked = new AtomicInteger();

	private final CountDownLatch arrived = new CountDownLatch(1);

	private volatile int status = 200;

	private volatile byte[] published = {};

	private volatile @Nullable CountDownLatch gate;

	private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

	private final IssuerKeys keys = new IssuerKeys(
			URI.create("http://127.0.0.1:" + this.issuer.getAddress().getPort() + "/oauth2/jwks"), () -> this.now);

	private final JwtDecoder tokens = new IssuerConfiguration().accessTokenDecoder(this.keys, TestTokens.ISSUER,
			Set.of(TokenAudiences.API), () -> this.now);

	IssuerKeysTests() throws IOException {
	}

	@BeforeEach
	void start() throws IOException {
		try (var stored = URI.create(TestTokens.keysUri()).toURL().openStream()) {
			this.published = stored.readAllBytes();
		}
		this.issuer.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.issuer.createContext("/oauth2/jwks", (exchange) -> {
			this.asked.incrementAndGet();
			this.arrived.countDown();
			pass();
			var keys = this.published;
			exchange.sendResponseHeaders(this.status, keys.length);
			exchange.getResponseBody().write(keys);
			exchange.close();
		});
		this.issuer.start();
	}

	@AfterEach
	void stop() throws IOException {
		this.keys.close();
		this.issuer.stop(0);
	}

	/** The gateway could not revoke its tokens. */
	@Test
	void unknownAudiencePreventsStart() {
		assertThatIllegalStateException()
			.isThrownBy(() -> new IssuerConfiguration().accessTokenDecoder(this.keys, TestTokens.ISSUER,
					Set.of(TokenAudiences.API, "parley-printers"), () -> this.now))
			.withMessageContaining("parley.token-audiences");
	}

	@Test
	void knownKeysRemainValid() {
		assertThat(this.tokens.decode(TestTokens.of("1", "alice")).getSubject()).isEqualTo("1");
		this.issuer.stop(0);
		later(Duration.ofMinutes(10));
		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.tokens.decode(ofUnknownKey()));
		assertThat(this.tokens.decode(TestTokens.of("2", "bob")).getSubject()).isEqualTo("2");
	}

	@Test
	void knownKeysExpire() {
		this.tokens.decode(TestTokens.of("1", "alice"));
		this.status = 500;
		later(Duration.ofMinutes(71));
		assertUnknowable(TestTokens.of("2", "bob"));
	}

	@Test
	void forgedTokensDoNotRepeatFetches() {
		this.tokens.decode(TestTokens.of("1", "alice"));
		for (int i = 0; i < 100; i++) {
			assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.tokens.decode(ofUnknownKey()));
		}
		assertThat(this.asked).as("two fetches in five seconds").hasValue(2);
		later(Duration.ofSeconds(5));
		for (int i = 0; i < 100; i++) {
			assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.tokens.decode(ofUnknownKey()));
		}
		assertThat(this.asked).hasValue(4);
	}

	@Test
	void newKeyIsFetchedWithItsFirstToken() {
		var published = this.published;
		this.published = "{\"keys\":[]}".getBytes(StandardCharsets.UTF_8);
		assertThatExceptionOfType(BadJwtException.class)
			.isThrownBy(() -> this.tokens.decode(TestTokens.of("1", "alice")));
		this.published = published;
		later(Duration.ofSeconds(5));
		assertThat(this.tokens.decode(TestTokens.of("1", "alice")).getSubject()).isEqualTo("1");
	}

	@Test
	void failingIssuerIsNotCalledRepeatedly() {
		this.status = 500;
		for (int i = 0; i < 100; i++) {
			assertUnknowable(TestTokens.of("1", "alice"));
		}
		assertThat(this.asked).hasValue(2);
		this.status = 200;
		later(Duration.ofSeconds(5));
		assertThat(this.tokens.decode(TestTokens.of("1", "alice")).getSubject()).isEqualTo("1");
	}

	@Test
	void concurrentRequestsShareOneFetch() throws Exception {
		var closed = new CountDownLatch(1);
		this.gate = closed;
		var wishes = new ArrayList<Callable<String>>();
		for (int i = 0; i < 50; i++) {
			wishes.add(() -> this.tokens.decode(TestTokens.of("1", "alice")).getSubject());
		}
		wishes.add(() -> {
			this.arrived.await();
			closed.countDown();
			return "1";
		});
		try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
			for (var subject : all.invokeAll(wishes)) {
				assertThat(subject.get()).isEqualTo("1");
			}
		}
		assertThat(this.asked).hasValue(1);
	}

	@Test
	void concurrentRequestsShareFailedFetches() throws InterruptedException {
		this.status = 500;
		try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
			var known = all.invokeAll(Collections.nCopies(50, (Callable<Boolean>) this::isKnown));
			assertThat(known.stream().map(Future::resultNow)).containsOnly(false);
		}
		assertThat(this.asked).hasValue(2);
	}

	@Test
	void keysAreFetchedBeforeFirstRequest() {
		this.keys.prefetch();
		soon().until(() -> this.asked.get() == 1);
		assertThat(this.tokens.decode(TestTokens.of("1", "alice")).getSubject()).isEqualTo("1");
		assertThat(this.asked).hasValue(1);
	}

	@Test
	void startWithoutIssuerFetchesKeysLater() {
		this.status = 500;
		this.keys.prefetch();
		soon().until(() -> this.asked.get() == 1);
		this.status = 200;
		assertThat(this.tokens.decode(TestTokens.of("1", "alice")).getSubject()).isEqualTo("1");
	}

	@Test
	void staleKeysAreRefreshedInBackground() {
		this.tokens.decode(TestTokens.of("1", "alice"));
		var closed = new CountDownLatch(1);
		this.gate = closed;
		later(Duration.ofMinutes(6));
		for (var id : List.of("2", "3", "4")) {
			assertThat(this.tokens.decode(TestTokens.of(id, "bob")).getSubject()).isEqualTo(id);
		}
		soon().until(() -> this.asked.get() == 2);
		closed.countDown();
		assertThat(this.tokens.decode(TestTokens.of("5", "bob")).getSubject()).isEqualTo("5");
	}

	/** The failure is not caused by the token, since nothing can be verified. */
	private void assertUnknowable(String token) {
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> this.tokens.decode(token))
			.isNotInstanceOf(BadJwtException.class);
	}

	private boolean isKnown() {
		try {
			this.tokens.decode(TestTokens.of("1", "alice"));
			return true;
		}
		catch (JwtException ex) {
			return false;
		}
	}

	private static ConditionFactory soon() {
		return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(10));
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

	/** Forces a fetch of the keys. */
	private static String ofUnknownKey() {
		return encoded("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"unknown\"}") + "." + encoded("{}") + "."
				+ encoded("a signature");
	}

	private static String encoded(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
