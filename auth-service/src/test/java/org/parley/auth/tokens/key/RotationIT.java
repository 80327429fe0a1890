package org.parley.auth.tokens.key;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.TestConditions.MovableClock;
import org.parley.auth.tokens.key.SigningKey.State;
import org.parley.auth.user.audit.Audit;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.Ids;
import org.parley.platform.jobs.Job;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.security.AccessRules;
import org.parley.platform.security.PlatformSecurityAutoConfiguration;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.web.Data;
import org.parley.platform.web.PlatformWebAutoConfiguration;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The rotation of keys under load: two instances of this service sign, and a service with
 * the platform's security configuration verifies over HTTP.
 */
@AuthTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RotationIT {

	private static final String ROTATE = "/api/v1/admin/keys/rotate";

	@Autowired
	private Api api;

	@Autowired
	private MovableClock clock;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private SigningKeyStore here;

	@Autowired
	private KeyPairs pairs;

	@Autowired
	private KeySettings settings;

	@Autowired
	private Job rotateSigningKeys;

	@Autowired
	private AtRestCiphers atRestCiphers;

	@Autowired
	private UnitOfWork work;

	@Autowired
	private Audit audit;

	@Value("${local.server.port}")
	private int port;

	private List<Document> generated = List.of();

	/** Keys are generated once, because that is slow, and then put back for each test. */
	@BeforeEach
	@AfterAll
	void resetKeys() {
		this.clock.reset();
		this.mongo.remove(new Query(), "signing_keys");
		this.mongo.insert(this.generated, "signing_keys");
		this.here.reload();
		this.generated = this.mongo.findAll(Document.class, "signing_keys");
	}

	@Test
	void rotationUnderLoadFailsNoRequest() {
		var there = new SigningKeyStore(this.mongo, this.clock, this.pairs, this.settings);
		var signed = new HashSet<String>();
		try (var service = startResourceServer(); var visits = new Visits(service.port())) {
			List.of(this.here, there, this.here, there).forEach((issuer) -> visits.repeat(() -> token(issuer)));
			for (int round = 0; round < 2; round++) {
				advanceUntilNextKeyIsPropagated(visits);
				var early = List.of(token(this.here), token(there));
				assertThat(rotate().status()).isEqualTo(200);
				visits.awaitEach(25);
				early.forEach(visits::visit);
				signed.add(this.here.active().getKeyID());
			}
			visits.end();
			assertThat(visits.failures).isEmpty();
			assertThat(signed).as("one key per round").hasSize(2);
			assertThat(visits.total()).isGreaterThan(400);
		}
	}

	@Test
	void keyIsPublishedBeforeAndAfterItSigns() {
		var before = states();
		assertThat(before.get(State.UPCOMING)).hasSize(1);
		this.clock.move(this.settings.ahead());
		assertThat(rotate().status()).isEqualTo(200);
		var after = states();
		assertThat(after.get(State.ACTIVE)).isEqualTo(before.get(State.UPCOMING));
		assertThat(after.get(State.RETIRING)).containsAll(before.get(State.ACTIVE));
		assertThat(kids()).contains(first(before, State.ACTIVE), first(after, State.ACTIVE),
				first(after, State.UPCOMING));
		assertThat(this.here.active().getKeyID()).isEqualTo(first(after, State.ACTIVE));
	}

	@Test
	void otherInstanceUsesNewKeyWithinMinute() {
		var there = new SigningKeyStore(this.mongo, this.clock, this.pairs, this.settings);
		this.clock.move(this.settings.ahead());
		rotate();
		this.clock.move(Duration.ofSeconds(61));
		assertThat(there.active().getKeyID()).isEqualTo(this.here.active().getKeyID());
	}

	@Test
	void earlyRotationIsRefused() {
		this.clock.move(this.settings.ahead());
		assertThat(rotate().status()).isEqualTo(200);
		var before = states();
		var refused = rotate();
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.code()).isEqualTo("keys.too-soon");
		assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3600);
		assertThat(states()).isEqualTo(before);
	}

	@Test
	void concurrentRotationsRotateOnce() throws InterruptedException {
		this.clock.move(this.settings.ahead());
		var admin = this.api.admin();
		Callable<TestResponse> call = () -> this.api.post(ROTATE).as(admin).send();
		try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
			var answers = all.invokeAll(List.of(call, call, call)).stream().map(Future::resultNow);
			assertThat(answers).extracting(TestResponse::status).containsExactlyInAnyOrder(200, 409, 409);
		}
		assertThat(states().get(State.ACTIVE)).hasSize(1);
		assertThat(states().get(State.UPCOMING)).hasSize(1);
	}

	@Test
	void jobRotatesDueKeyAndDeletesExpiredKeys() {
		var first = this.here.active().getKeyID();
		assertThat(this.rotateSigningKeys.run()).startsWith("No rotation due");
		this.clock.move(this.settings.lifetime());
		this.rotateSigningKeys.run();
		var second = this.here.active().getKeyID();
		assertThat(second).isNotEqualTo(first);
		assertThat(this.rotateSigningKeys.run()).as("second run").startsWith("No rotation due");
		assertThat(this.here.active().getKeyID()).isEqualTo(second);
		this.clock.move(this.settings.overlap().minusSeconds(5));
		this.rotateSigningKeys.run();
		assertThat(kids()).contains(first, second);
		this.clock.move(Duration.ofSeconds(70));
		this.rotateSigningKeys.run();
		this.here.reload();
		assertThat(kids()).contains(second).doesNotContain(first);
	}

	@Test
	void failedRotationChangesNothing() {
		this.clock.move(this.settings.lifetime());
		var known = this.here.findAll().getFirst();
		var breaking = new KeyPairs(this.atRestCiphers, this.clock) {

			@Override
			SigningKey generate(State state) {
				return new SigningKey(known.kid(), state, known.publicKey(), known.sealed(), known.createdAt(), null,
						null);
			}

		};
		var before = states();
		assertThatExceptionOfType(DuplicateKeyException.class).as("failing insert")
			.isThrownBy(new SigningKeyRotation(this.here, breaking, this.settings, this.work, this.audit,
					this.clock)::rotateWhenDue);
		assertThat(states()).isEqualTo(before);
		assertThat(this.rotateSigningKeys.run()).startsWith("Keys rotated");
	}

	@Test
	void missingKeyIsGenerated() {
		this.mongo.remove(Query.query(Criteria.where("state").is("UPCOMING")), "signing_keys");
		this.here.reload();
		assertThat(states().get(State.UPCOMING)).hasSize(1);
	}

	@Test
	void onlyAdministratorsReadAndRotateKeys() {
		var somebody = this.api.register();
		assertThat(this.api.get("/api/v1/admin/keys").send().status()).isEqualTo(401);
		assertThat(this.api.get("/api/v1/admin/keys").as(somebody).send().status()).isEqualTo(403);
		assertThat(this.api.post(ROTATE).send().status()).isEqualTo(401);
		assertThat(this.api.post(ROTATE).as(somebody).send().status()).isEqualTo(403);
		this.clock.move(this.settings.ahead());
		var admin = this.api.admin();
		var active = rotate().data()
			.valueStream()
			.filter((key) -> key.path("state").asString().equals("active"))
			.map((key) -> key.path("kid").asString())
			.toList();
		var listed = this.api.get("/api/v1/admin/keys").as(admin).send();
		assertThat(listed.data().toString()).doesNotContain("sealed").doesNotContain("\"d\"");
		assertThat(listed.data().valueStream().map((key) -> key.path("state").asString())).contains("active",
				"upcoming", "retiring");
		var entry = this.api.get("/api/v1/admin/audit?act=keys-rotated").as(admin).send().data().path(0);
		assertThat(entry.path("by").asString()).isEqualTo(admin.id());
		assertThat(active).containsExactly(entry.path("detail").asString());
		assertThat(entry.path("userId").isNull()).isTrue();
	}

	/**
	 * Moves the clock in steps, so that caches expire while requests continue. Every
	 * visitor completes a visit between two steps, so that no token expires on its way.
	 */
	private void advanceUntilNextKeyIsPropagated(Visits visits) {
		for (var gone = Duration.ZERO; gone.compareTo(this.settings.ahead()) <= 0; gone = gone.plusMinutes(6)) {
			this.clock.move(Duration.ofMinutes(6));
			visits.awaitEach(3);
		}
	}

	private TestResponse rotate() {
		return this.api.post(ROTATE).as(this.api.admin()).send();
	}

	private Map<State, List<String>> states() {
		return this.here.findAll()
			.stream()
			.collect(
					Collectors.groupingBy(SigningKey::state, Collectors.mapping(SigningKey::kid, Collectors.toList())));
	}

	private static String first(Map<State, List<String>> kids, State state) {
		return Objects.requireNonNull(kids.get(state)).getFirst();
	}

	private List<String> kids() {
		return this.here.published().getKeys().stream().map(JWK::getKeyID).toList();
	}

	private String token(SigningKeyStore issuer) {
		var key = issuer.active();
		var header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType("at+jwt"))
			.keyID(key.getKeyID())
			.build();
		var token = new SignedJWT(header,
				new JWTClaimsSet.Builder().issuer(TestTokens.ISSUER)
					.audience("parley")
					.subject(Ids.next())
					.expirationTime(Date.from(this.clock.instant().plus(Duration.ofMinutes(15))))
					.claim("scope", "parley")
					.claim("roles", List.of("user"))
					.claim("preferred_username", "alice")
					.build());
		try {
			token.sign(new RSASSASigner(key));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return token.serialize();
	}

	private Running startResourceServer() {
		var context = new SpringApplicationBuilder(ResourceServer.class)
			.initializers((starting) -> ((GenericApplicationContext) starting).registerBean(InstantSource.class,
					() -> this.clock))
			.run("--server.port=0", "--spring.application.name=resource-server",
					"--spring.config.location=optional:classpath:/none/", "--spring.cloud.config.enabled=false",
					"--parley.public-url=" + TestTokens.ISSUER,
					"--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:" + this.port
							+ "/oauth2/jwks");
		return new Running(context);
	}

	/** A running resource server. */
	private record Running(ConfigurableApplicationContext context) implements AutoCloseable {

		String port() {
			return String.valueOf(this.context.getEnvironment().getProperty("local.server.port"));
		}

		@Override
		public void close() {
			this.context.close();
		}

	}

	/**
	 * Visitors of the resource server. Each pauses between two visits, because load
	 * without a limit takes the processors from the servers.
	 */
	private static final class Visits implements AutoCloseable {

		private static final int VISITORS = 4;

		private static final long PAUSE_MILLIS = 10;

		private final HttpClient http = HttpClient.newHttpClient();

		private final ScheduledExecutorService visitors = Executors.newScheduledThreadPool(VISITORS);

		private final List<AtomicLong> counts = new ArrayList<>();

		private final Queue<String> failures = new ConcurrentLinkedQueue<>();

		private final String port;

		Visits(String port) {
			this.port = port;
		}

		/** Adds a visitor with a new token for each visit. */
		void repeat(Supplier<String> tokens) {
			var count = new AtomicLong();
			this.counts.add(count);
			var _ = this.visitors.scheduleWithFixedDelay(() -> {
				try {
					visit(tokens.get());
				}
				catch (RuntimeException ex) {
					this.failures.add(ex.toString());
				}
				count.incrementAndGet();
			}, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
		}

		void visit(String token) {
			try {
				var answer = this.http
					.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/door"))
						.header("Authorization", "Bearer " + token)
						.build(), HttpResponse.BodyHandlers.ofString());
				if (answer.statusCode() != 200) {
					this.failures.add(answer.statusCode() + " " + answer.body());
				}
			}
			catch (IOException ex) {
				this.failures.add(ex.toString());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		/** Waits for more visits of each visitor. */
		void awaitEach(int visits) {
			var goals = this.counts.stream().map((count) -> count.get() + visits).toList();
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.pollInterval(Duration.ofMillis(5))
				.until(() -> IntStream.range(0, goals.size())
					.allMatch((visitor) -> this.counts.get(visitor).get() >= goals.get(visitor)));
		}

		long total() {
			return this.counts.stream().mapToLong(AtomicLong::get).sum();
		}

		/** Ends the visits; the last ones complete. */
		void end() {
			this.visitors.close();
		}

		@Override
		public void close() {
			end();
		}

	}

	/** A service with the platform's auto-configurations only. */
	@ImportAutoConfiguration({ PropertyPlaceholderAutoConfiguration.class, JacksonAutoConfiguration.class,
			HttpMessageConvertersAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class,
			DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class, SecurityAutoConfiguration.class,
			ServletWebSecurityAutoConfiguration.class, PlatformWebAutoConfiguration.class,
			PlatformSecurityAutoConfiguration.class })
	static class ResourceServer {

		@Bean
		AccessRules rules() {
			return (requests) -> requests.requestMatchers("/door").hasRole("user");
		}

		@Bean
		Door door() {
			return new Door();
		}

	}

	/** An endpoint that requires a valid token. */
	@RestController
	static class Door {

		@GetMapping("/door")
		Data<String> open(Caller caller) {
			return new Data<>(caller.id());
		}

	}

}
