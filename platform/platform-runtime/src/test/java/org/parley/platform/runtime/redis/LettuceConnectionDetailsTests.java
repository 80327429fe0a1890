package org.parley.platform.runtime.redis;

import java.util.Objects;

import io.lettuce.core.RedisCredentials;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;

class LettuceConnectionDetailsTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, DataRedisAutoConfiguration.class));

	@Test
	void addressHasServerAndDatabase() {
		var details = of("spring.data.redis.host=redis.example", "spring.data.redis.port=7000",
				"spring.data.redis.database=3");
		assertThat(details.uri().getHost()).isEqualTo("redis.example");
		assertThat(details.uri().getPort()).isEqualTo(7000);
		assertThat(details.uri().getDatabase()).isEqualTo(3);
		assertThat(details.uri().isSsl()).isFalse();
	}

	@Test
	void addressSwitchesTlsOn() {
		var details = of("spring.data.redis.url=rediss://forum:secret@redis.example:6380");
		assertThat(details.uri().isSsl()).isTrue();
		assertThat(details.uri().getHost()).isEqualTo("redis.example");
		assertThat(details.uri().getPort()).isEqualTo(6380);
		assertThat(credentials(details).getUsername()).isEqualTo("forum");
	}

	@Test
	void passwordWithoutNameIsSentAlone() {
		var credentials = credentials(of("spring.data.redis.password=secret"));
		assertThat(credentials.hasUsername()).isFalse();
		assertThat(credentials.getPassword()).containsExactly("secret".toCharArray());
	}

	@Test
	void nameIsSentWithPassword() {
		var credentials = credentials(of("spring.data.redis.username=forum", "spring.data.redis.password=secret"));
		assertThat(credentials.getUsername()).isEqualTo("forum");
		assertThat(credentials.getPassword()).containsExactly("secret".toCharArray());
	}

	@Test
	void bundleSwitchesTlsOn() {
		this.application
			.withPropertyValues("spring.ssl.bundle.pem.redis.truststore.certificate=classpath:authority.pem",
					"spring.data.redis.ssl.bundle=redis")
			.run((context) -> {
				var connections = context.getBean(LettuceConnectionFactory.class);
				var details = LettuceConnectionDetails.of(connections);
				assertThat(details.uri().isSsl()).isTrue();
				assertThat(connections.getClientConfiguration().getClientOptions()).hasValueSatisfying(
						(options) -> assertThat(options.getSslOptions()).isSameAs(details.sslOptions()));
			});
	}

	private static RedisCredentials credentials(LettuceConnectionDetails details) {
		return Objects.requireNonNull(details.uri().getCredentialsProvider().resolveCredentials().block());
	}

	private LettuceConnectionDetails of(String... properties) {
		var details = new LettuceConnectionDetails[1];
		this.application.withPropertyValues(properties)
			.run((context) -> details[0] = LettuceConnectionDetails
				.of(context.getBean(LettuceConnectionFactory.class)));
		return details[0];
	}

}
