package org.parley.platform.messaging.catalogue;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class ConditionalOnConsumedEventTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(Consumer.class);

	@Test
	void serviceWithQueueForTypeMatches() {
		this.runner.withPropertyValues("spring.application.name=forum-service")
			.run((context) -> assertThat(context).hasSingleBean(StringBuilder.class));
	}

	@Test
	void serviceWithoutQueueForTypeDoesNotMatch() {
		this.runner.withPropertyValues("spring.application.name=library-service")
			.run((context) -> assertThat(context).doesNotHaveBean(StringBuilder.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class Consumer {

		@Bean
		@ConditionalOnConsumedEvent("erasure.requested")
		StringBuilder consumer() {
			return new StringBuilder();
		}

	}

}
