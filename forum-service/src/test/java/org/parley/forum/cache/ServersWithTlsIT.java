package org.parley.forum.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.forum.ForumApplication;
import org.parley.localstack.StackUnavailableException;

import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.redis.connection.RedisConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

/**
 * The profile {@code tls} with servers that have certificates: a service connects to all
 * three, and refuses certificates of another authority.
 */
class ServersWithTlsIT {

	private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

	private static final Pattern VARIABLE = Pattern.compile("(?m)^([A-Z_]+)='(.*)'$");

	private static final int UNAVAILABLE = 3;

	@TempDir
	private static Path folder;

	private static TestAuthority authority;

	private static TestAuthority other;

	private static Map<String, String> servers;

	@BeforeAll
	static void start() throws Exception {
		authority = TestAuthority.create(folder.resolve("authority"));
		other = TestAuthority.create(folder.resolve("other"));
		servers = VARIABLE.matcher(stack("up"))
			.results()
			.collect(Collectors.toMap((line) -> line.group(1), (MatchResult line) -> line.group(2)));
		assertThat(servers).containsKeys("PARLEY_MONGODB_URI", "PARLEY_AMQPS_URI", "PARLEY_REDISS_URI");
	}

	@AfterAll
	static void stop() throws Exception {
		stack("down");
	}

	private static String stack(String command) throws IOException, InterruptedException {
		var builder = new ProcessBuilder("bash", Path.of("../dev/local-stack/stack.sh").toString(), command,
				folder.resolve("servers").toString());
		builder.environment().put("PARLEY_TLS_DIR", folder.resolve("authority").toString());
		builder.environment().put("PARLEY_OWNER_PID", String.valueOf(ProcessHandle.current().pid()));
		var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		var status = process.waitFor();
		if (status == UNAVAILABLE && !StackUnavailableException.failsTests()) {
			abort("This machine cannot have native servers.");
		}
		assertThat(status).isZero();
		return output;
	}

	@Test
	void serviceConnectsToServersOfItsAuthority() {
		try (var context = new SpringApplicationBuilder(ForumApplication.class).profiles("tls")
			.run(arguments(authority, "--server.port=0", "--PARLEY_EXPORT_KEY=" + KEY, "--PARLEY_MEDIA_KEY=" + KEY))) {
			ping(context, MongoTemplate.class);
			ping(context, ConnectionFactory.class);
			ping(context, RedisConnectionFactory.class);
			await().until(context.getBean(RedisStore.class)::isLive);
		}
	}

	@Test
	void certificatesOfOtherAuthorityAreRefused() {
		try (var context = new SpringApplicationBuilder(Clients.class).web(WebApplicationType.NONE)
			.profiles("tls")
			.run(arguments(other))) {
			for (var client : List.of(MongoTemplate.class, ConnectionFactory.class, RedisConnectionFactory.class)) {
				assertThatThrownBy(() -> ping(context, client)).as(client.getSimpleName())
					.hasStackTraceContaining("PKIX path");
			}
		}
	}

	private static void ping(ConfigurableApplicationContext context, Class<?> client) {
		switch (context.getBean(client)) {
			case MongoTemplate mongo -> mongo.executeCommand(new Document("ping", 1));
			case ConnectionFactory rabbit -> {
				try (var connection = rabbit.createConnection()) {
					assertThat(connection.isOpen()).isTrue();
				}
			}
			case RedisConnectionFactory redis -> {
				try (var connection = redis.getConnection()) {
					assertThat(connection.ping()).isEqualTo("PONG");
				}
			}
			default -> throw new IllegalArgumentException(client.getName());
		}
	}

	private static String address(String variable) {
		return Objects.requireNonNull(servers.get(variable), variable);
	}

	private static String[] arguments(TestAuthority trusted, String... more) {
		var mongodb = address("PARLEY_MONGODB_URI").replace("/?", "/forum-service?") + "&serverSelectionTimeoutMS=5000";
		var arguments = new ArrayList<>(List.of("--PARLEY_MONGODB_URI=" + mongodb,
				"--PARLEY_AMQP_URI=" + address("PARLEY_AMQPS_URI"),
				"--PARLEY_REDIS_URI=" + address("PARLEY_REDISS_URI"), "--PARLEY_SERVERS_CA=" + trusted.location()));
		arguments.addAll(List.of(more));
		return arguments.toArray(String[]::new);
	}

	/** The clients of a service without anything else. */
	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ SslAutoConfiguration.class, MongoAutoConfiguration.class,
			DataMongoAutoConfiguration.class, RabbitAutoConfiguration.class, DataRedisAutoConfiguration.class })
	static class Clients {

	}

}
