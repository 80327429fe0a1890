package org.parley.summary.job;

import java.time.Duration;
import java.time.InstantSource;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How much waits, and for how long. */
@Configuration(proxyBeanMethods = false)
class SummaryJobMetrics {

	@Bean
	Gauge summariesWaiting(SummaryJobs summaryJobs, MeterRegistry meters) {
		return Gauge.builder("parley.summaries.waiting", summaryJobs, SummaryJobs::waiting)
			.description("Summaries that were asked for and are not made yet")
			.register(meters);
	}

	@Bean
	Gauge oldestSummary(SummaryJobs summaryJobs, MeterRegistry meters, InstantSource clock) {
		return Gauge.builder("parley.summaries.oldest.seconds", summaryJobs, (all) -> oldest(all, clock))
			.description("For how long the first of them waits")
			.register(meters);
	}

	private static double oldest(SummaryJobs summaryJobs, InstantSource clock) {
		return summaryJobs.oldest()
			.map((job) -> Duration.between(job.requestedAt(), clock.instant()).toMillis() / 1000d)
			.orElse(0d);
	}

}
