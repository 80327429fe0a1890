package org.parley.platform.mongo.cluster;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** Connects the loops of a service's instances. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
@ConditionalOnBean(MongoOperations.class)
public class ClusterAutoConfiguration {

	@Bean
	WorkSignals workSignals(MongoOperations mongo) {
		return new WorkSignals(mongo);
	}

	@Bean
	SmartInitializingSingleton clusterLoopSignals(WorkSignals workSignals, ObjectProvider<ClusterLoop> loops) {
		return () -> loops.forEach(workSignals::connect);
	}

	/** Each of the parallel loops would send a signal of its own, so they send none. */
	@Bean
	SmartInitializingSingleton clusterLoopMetrics(WorkSignals workSignals, ObjectProvider<ClusterLoops> loops) {
		return () -> loops.stream().flatMap((parallel) -> parallel.all().stream()).forEach(workSignals::observe);
	}

}
