package org.parley.platform.runtime.tracing;

import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/** Applications with and without a collector. */
class TracingSwitchTests {

	private static final String COLLECTOR = "management.opentelemetry.tracing.export.otlp.endpoint=";

	@Test
	void applicationWithoutCollectorHasNoTracer() {
		try (var context = start()) {
			assertThat(context.getBeanNamesForType(Tracer.class)).isEmpty();
			assertThat(context.getBeanNamesForType(SdkTracerProvider.class)).isEmpty();
			assertThat(context.containsBean("traced")).isFalse();
		}
	}

	@Test
	void emptyAddressIsNoCollector() {
		try (var context = start(COLLECTOR)) {
			assertThat(context.getBeanNamesForType(Tracer.class)).isEmpty();
			assertThat(context.containsBean("traced")).isFalse();
		}
	}

	@Test
	void applicationWithCollectorTraces() {
		try (var context = start(COLLECTOR + "http://127.0.0.1:1/v1/traces")) {
			assertThat(context.getBeanNamesForType(Tracer.class)).hasSize(1);
			assertThat(context.getBeanNamesForType(SdkTracerProvider.class)).hasSize(1);
			assertThat(context.containsBean("traced")).isTrue();
		}
	}

	private static ConfigurableApplicationContext start(String... properties) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties(properties)
			.properties("spring.main.banner-mode=off")
			.run();
	}

	@Configuration
	@EnableAutoConfiguration
	static class Application {

		@Bean
		@ConditionalOnTracing
		Object traced() {
			return new Object();
		}

	}

}
