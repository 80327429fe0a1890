package org.parley.notification.round;

import java.time.InstantSource;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.events.cluster.Lease;
import org.parley.platform.web.Ids;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** The loop that goes round: one worker at a time. */
@Configuration(proxyBeanMethods = false)
class RoundConfiguration {

	@Bean
	ClusterLoop goingRounds(GoingRound going, MongoOperations mongo, InstantSource clock) {
		return new ClusterLoop("rounds", new Lease(mongo, clock, "rounds", Ids.next()), going);
	}

}
