package org.parley.summary.job;

import java.time.Duration;
import java.time.InstantSource;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How much waits, and for how long. */
@Configuration(proxyBeanMethods = false)
class JobMetrics {

	@Bean
	Gauge summariesWaiting(Jobs jobs, MeterRegistry meters) {
		return Gauge.builder("parley.summaries.waiting", jobs, Jobs::waiting)
			.description("Summaries that were asked for and are not made yet")
			.register(meters);
	}

	@Bean
	Gauge oldestSummary(Jobs jobs, MeterRegistry meters, InstantSource clock) {
		return Gauge.builder("parley.summaries.oldest.seconds", jobs, (all) -> oldest(all, clock))
			.description("For how long the first of them waits")
			.register(meters);
	}

	private static double oldest(Jobs jobs, InstantSource clock) {
		return jobs.oldest()
			.map((job) -> Duration.between(job.requestedAt(), clock.instant()).toMillis() / 1000d)
			.orElse(0d);
	}

}
