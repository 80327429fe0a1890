package org.parley.platform.messaging.stray;

import java.time.InstantSource;

import org.junit.jupiter.api.Test;
import org.parley.platform.messaging.Envelopes;
import org.parley.platform.messaging.EventsAutoConfiguration;
import org.parley.platform.messaging.catalogue.CatalogueAutoConfiguration;
import org.parley.platform.messaging.outbox.Outbox;
import org.parley.platform.messaging.outbox.OutboxAutoConfiguration;
import org.parley.platform.runtime.tracing.SpanRecorder;

import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class StrayEventTests {

	private final ApplicationContextRunner service = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, RabbitAutoConfiguration.class,
				CatalogueAutoConfiguration.class, EventsAutoConfiguration.class, OutboxAutoConfiguration.class))
		.withBean(InstantSource.class, InstantSource::system)
		.withBean(SpanRecorder.class, () -> SpanRecorder.NONE);

	@Test
	void uncataloguedEventPreventsStart() {
		this.service.withPropertyValues("spring.application.name=library-service")
			.withUserConfiguration(Stray.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("The catalogue does not let library-service publish book.burnt"));
	}

	@Test
	void foreignEventPreventsStart() {
		this.service.withPropertyValues("spring.application.name=reader-service")
			.withUserConfiguration(Stray.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("The catalogue does not let reader-service publish book.burnt, book.lent"));
	}

	@Test
	void serviceWithoutExchangeHasNoOutbox() {
		this.service.withPropertyValues("spring.application.name=shop-service")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(Envelopes.class)
				.doesNotHaveBean(Outbox.class)
				.doesNotHaveBean("outboxRelay"));
	}

	@Configuration
	@AutoConfigurationPackage
	static class Stray {

	}

}
