package org.parley.moderation.cases;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the gauge of unresolved cases. */
@Configuration(proxyBeanMethods = false)
class CaseMetrics {

	@Bean
	Gauge casesUnresolved(Cases cases, MeterRegistry meters) {
		return Gauge.builder("parley.cases.unresolved", cases, Cases::countUnresolved)
			.description("Cases without a decision")
			.register(meters);
	}

}
