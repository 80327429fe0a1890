package org.parley.forum.relocation.worker;

import java.time.InstantSource;

import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.Lease;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** Runs the relocation worker on one instance of the cluster at a time. */
@Configuration(proxyBeanMethods = false)
class RelocationConfiguration {

	@Bean
	ClusterLoop threadMover(RelocationWorker relocationWorker, MongoOperations mongo, InstantSource clock) {
		return new ClusterLoop("thread-mover", new Lease(mongo, clock, "thread-mover", Ids.next()), relocationWorker);
	}

}
