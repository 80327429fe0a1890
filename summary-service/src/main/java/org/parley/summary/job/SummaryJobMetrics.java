package org.parley.summary.job;

import java.time.Duration;
import java.time.InstantSource;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the gauges of unfinished jobs. */
@Configuration(proxyBeanMethods = false)
class SummaryJobMetrics {

	@Bean
	Gauge summariesWaiting(SummaryJobs summaryJobs, MeterRegistry meters) {
		return Gauge.builder("parley.summaries.waiting", summaryJobs, SummaryJobs::countOpen)
			.description("Requested summaries that are not finished")
			.register(meters);
	}

	@Bean
	Gauge oldestSummary(SummaryJobs summaryJobs, MeterRegistry meters, InstantSource clock) {
		return Gauge.builder("parley.summaries.oldest.seconds", summaryJobs, (jobs) -> oldestSeconds(jobs, clock))
			.description("Age of the oldest unfinished request")
			.register(meters);
	}

	private static double oldestSeconds(SummaryJobs summaryJobs, InstantSource clock) {
		return summaryJobs.findOldest()
			.map((job) -> Duration.between(job.requestedAt(), clock.instant()).toMillis() / 1000d)
			.orElse(0d);
	}

}
