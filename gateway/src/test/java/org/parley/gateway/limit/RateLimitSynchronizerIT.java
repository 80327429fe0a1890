package org.parley.gateway.limit;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisURI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.localstack.LocalStack;
import org.parley.platform.test.LocalStackTest;

import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@LocalStackTest
class RateLimitSynchronizerIT {

	private static final RateLimitSettings.Quota QUOTA = new RateLimitSettings.Quota(10, Duration.ofMinutes(1));

	private static final RateLimitSettings SETTINGS = new RateLimitSettings(QUOTA, QUOTA, QUOTA, QUOTA, QUOTA, QUOTA,
			QUOTA, QUOTA, QUOTA, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Duration.ofMillis(100),
			1000);

	private static final RateLimit HUNDRED = new RateLimit("hundred", 100, Duration.ofMinutes(1));

	private static final RateLimit FIFTY = new RateLimit("fifty", 50, Duration.ofMinutes(1));

	/**
	 * A busy machine may let a command wait; a count that is given up would fail a test.
	 */
	private static final Duration PATIENT = Duration.ofSeconds(30);

	private static final Duration IMPATIENT = Duration.ofSeconds(1);

	private final TickingClock clock = new TickingClock(Instant.parse("2026-11-20T08:00:00Z"));

	private final String prefix = UUID.randomUUID() + ":";

	private final List<LettuceConnectionFactory> connections = new ArrayList<>();

	private final RedisLink link = link();

	private final Instance one = new Instance(this.link.uri(), PATIENT);

	private final Instance two = new Instance(LocalStack.forTests().redisUri(), PATIENT);

	@BeforeEach
	void waitForTheBeginningOfAWindow() {
		this.clock.pass(new SlidingWindowCounter(HUNDRED, "somebody", "x").take(this.clock.instant()).reset());
	}

	@AfterEach
	void disconnect() throws IOException {
		this.connections.forEach(LettuceConnectionFactory::destroy);
		this.link.close();
	}

	@Test
	void instancesShareLimitExceptUnsentCounts() {
		int allowed = 0;
		for (int i = 0; i < 50; i++) {
			allowed += this.one.take(5) + this.two.take(5);
			this.one.shared.exchange();
			this.two.shared.exchange();
		}
		assertThat(allowed).isBetween(100, 100 + 2 * HUNDRED.unsent());
	}

	@Test
	void laterInstanceGetsCounts() {
		assertThat(this.one.take(100)).isEqualTo(100);
		this.one.shared.exchange();
		assertThat(this.two.take(HUNDRED.unsent())).isEqualTo(HUNDRED.unsent());
		this.two.shared.exchange();
		assertThat(this.two.take(1)).isZero();
	}

	@Test
	void laterInstanceGetsCountsOfPreviousWindow() {
		this.one.take(100);
		this.one.shared.exchange();
		this.clock.pass(Duration.ofMinutes(1));
		this.two.take(HUNDRED.unsent());
		this.two.shared.exchange();
		assertThat(this.two.take(1)).isZero();
	}

	@Test
	void repeatedCountsHaveNoEffect() {
		this.one.take(30);
		this.one.shared.exchange();
		this.one.take(30);
		this.one.shared.exchange();
		this.two.take(5);
		this.two.shared.exchange();
		assertThat(this.two.take(100)).isEqualTo(35);
	}

	@Test
	void redisOutageLeavesInstancesSeparateUntilItEnds() throws IOException {
		this.link.cut();
		assertThat(this.one.take(60)).isEqualTo(60);
		this.one.shared.exchange();
		assertThat(this.one.take(60)).isEqualTo(40);
		this.link.mend();
		this.clock.pass(Duration.ofMinutes(1).plusSeconds(30));
		this.one.take(20);
		this.one.shared.exchange();
		this.two.take(HUNDRED.unsent());
		this.two.shared.exchange();
		assertThat(this.two.take(100)).isEqualTo(75);
	}

	@Test
	void delayedRedisDoesNotCountTwice() {
		var impatient = new Instance(this.link.uri(), IMPATIENT);
		impatient.take(10);
		impatient.shared.exchange();
		this.link.silence();
		impatient.take(20);
		impatient.shared.exchange();
		this.clock.pass(Duration.ofSeconds(2));
		impatient.take(10);
		impatient.shared.exchange();
		this.link.speak();
		this.clock.pass(Duration.ofSeconds(2));
		impatient.take(10);
		impatient.shared.exchange();
		this.two.take(5);
		this.two.shared.exchange();
		assertThat(this.two.take(100)).isEqualTo(45);
	}

	@Test
	void redisKeysExpire() {
		this.one.take(10);
		this.one.shared.exchange();
		var redis = this.two.redis;
		assertThat(redis.keys(this.prefix + "*")).hasSize(1)
			.allSatisfy((key) -> assertThat(redis.getExpire(key)).isBetween(1L, 120L));
	}

	@Test
	void ownCountsOfPreviousWindowAreNotThoseOfOthers() {
		this.one.take(50);
		this.one.shared.exchange();
		this.clock.pass(Duration.ofMinutes(1));
		this.one.take(10);
		this.one.shared.exchange();
		assertThat(this.one.take(100)).isEqualTo(40);
	}

	@Test
	void countsOfOneExchangeStaySeparate() {
		this.one.take(HUNDRED, 10);
		this.one.take(FIFTY, 20);
		this.one.shared.exchange();
		this.two.take(FIFTY, 5);
		this.two.take(HUNDRED, 5);
		this.two.shared.exchange();
		assertThat(this.two.take(HUNDRED, 100)).isEqualTo(85);
		assertThat(this.two.take(FIFTY, 100)).isEqualTo(25);
	}

	@Test
	void exchangesUseOneConnection() {
		for (int i = 0; i < 3; i++) {
			this.one.take(10);
			this.one.shared.exchange();
		}
		assertThat(this.link.accepted()).isEqualTo(1);
	}

	private static RedisLink link() {
		try {
			return new RedisLink(LocalStack.forTests().redisUri());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private final class Instance {

		private final RateLimiter rateLimiter = new RateLimiter(SETTINGS, RateLimitSynchronizerIT.this.clock);

		private final StringRedisTemplate redis;

		private final RateLimitSynchronizer shared;

		private Instance(String redisUri, Duration commandTimeout) {
			var connection = new LettuceConnectionFactory(
					LettuceConnectionFactory.createRedisConfiguration(RedisURI.create(redisUri)),
					LettuceClientConfiguration.builder()
						.commandTimeout(commandTimeout)
						.clientOptions(ClientOptions.builder()
							.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
							.build())
						.build());
			connection.afterPropertiesSet();
			connection.start();
			RateLimitSynchronizerIT.this.connections.add(connection);
			this.redis = new StringRedisTemplate(connection);
			this.shared = new RateLimitSynchronizer(this.rateLimiter, connection, RateLimitSynchronizerIT.this.clock,
					RateLimitSynchronizerIT.this.prefix);
		}

		private int take(int times) {
			return take(HUNDRED, times);
		}

		private int take(RateLimit rateLimit, int times) {
			int allowed = 0;
			for (int i = 0; i < times; i++) {
				allowed += this.rateLimiter.count(rateLimit, "somebody").allowed() ? 1 : 0;
			}
			return allowed;
		}

	}

}
