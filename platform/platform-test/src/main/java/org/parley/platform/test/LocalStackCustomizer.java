package org.parley.platform.test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import org.parley.localstack.LocalStack;
import org.parley.localstack.tenant.Tenant;
import org.parley.localstack.tenant.TenantProvisioner;
import org.parley.platform.test.client.TestTokens;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Gives each test context its own tenant on the servers. Contexts are cached, so classes
 * with equal configurations share a tenant and must use separate data.
 */
record LocalStackCustomizer() implements ContextCustomizer {

	/** The key that encrypts data for auth-service, and signs addresses of media. */
	static final String KEY = "b25seSBmb3IgdGVzdHMsIGEga2V5IG9mIDMyIGJ5dGU=";

	/**
	 * Builds share the machine, so the first requests of a test may take long. A test may
	 * set less.
	 */
	private static final Map<String, Object> PATIENCE = Map.of("parley.database.request", "10s");

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
		var name = "t" + Long.toHexString(ThreadLocalRandom.current().nextLong() & Long.MAX_VALUE);
		try (var provisioning = new TenantProvisioner(LocalStack.forTests())) {
			var servers = provisioning.provision(Tenant.isolated(name, name));
			context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("localStack",
						Map.ofEntries(Map.entry("spring.mongodb.uri", servers.mongoUri()),
								Map.entry("spring.rabbitmq.addresses", servers.amqpUri()),
								Map.entry("spring.data.redis.url", servers.redisUri()),
								Map.entry("parley.redis.prefix", servers.redisPrefix()),
								Map.entry("parley.revocations.name", servers.redisPrefix() + "revocations"),
								Map.entry("parley.public-url", TestTokens.ISSUER),
								Map.entry("spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
										TestTokens.keysUri()),
								Map.entry("parley.account-lookup.url", TestTokens.accountsUri()),
								Map.entry("spring.cloud.config.enabled", "false"),
								Map.entry("parley.events.keys.auth-service", KEY),
								Map.entry("parley.media.key", KEY))));
			context.getEnvironment().getPropertySources().addLast(new MapPropertySource("patience", PATIENCE));
		}
	}

	/** Registered with Spring's test support. */
	static final class Factory implements ContextCustomizerFactory {

		@Override
		public @Nullable ContextCustomizer createContextCustomizer(Class<?> test,
				List<ContextConfigurationAttributes> attributes) {
			return AnnotatedElementUtils.hasAnnotation(test, LocalStackTest.class) ? new LocalStackCustomizer() : null;
		}

	}

}
