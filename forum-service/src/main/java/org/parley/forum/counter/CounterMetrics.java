package org.parley.forum.counter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

@Configuration(proxyBeanMethods = false)
class CounterMetrics {

	/** Not the estimate, which is wrong after a crash of MongoDB. */
	@Bean
	Gauge countersPending(MongoOperations mongo, MeterRegistry meters) {
		return Gauge.builder("parley.counters.pending", mongo, (all) -> all.count(new Query(), CounterEntry.class))
			.description("Counter changes that are not yet aggregated")
			.register(meters);
	}

}
