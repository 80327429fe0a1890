package org.parley.platform.messaging.snapshot;

import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;

import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.messaging.Envelopes;
import org.parley.platform.messaging.EventsAutoConfiguration;
import org.parley.platform.messaging.catalogue.Catalogue;
import org.parley.platform.messaging.catalogue.CatalogueAutoConfiguration;
import org.parley.platform.messaging.catalogue.ConditionalOnExchange;
import org.parley.platform.messaging.deadletter.DeadLetterAutoConfiguration;
import org.parley.platform.messaging.queue.ConfirmedSender;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.Lease;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;

/** Configures the snapshots of a service that has an exchange. */
@Import(SnapshotController.class)
@AutoConfiguration(
		after = { CatalogueAutoConfiguration.class, EventsAutoConfiguration.class, DeadLetterAutoConfiguration.class })
@ConditionalOnExchange
public class SnapshotAutoConfiguration {

	private static final String LOOP = "snapshots";

	@Bean
	SnapshotRuns snapshotRuns(MongoOperations mongo) {
		return new SnapshotRuns(mongo);
	}

	@Bean
	ClusterLoop snapshotLoop(SnapshotRuns runs, ObjectProvider<Snapshot> snapshots, Envelopes envelopes,
			ConfirmedSender sender, Catalogue catalogue, MongoOperations mongo, InstantSource clock,
			@Value("${spring.application.name}") String service) {
		var work = new SnapshotWorker(runs, byType(snapshots, catalogue, service), envelopes, sender,
				exchangeOf(catalogue, service).getKey(), clock);
		return new ClusterLoop(LOOP, new Lease(mongo, clock, LOOP, Ids.next()), work);
	}

	@Bean
	StartSnapshot startSnapshot(Catalogue catalogue, SnapshotRuns runs, ObjectProvider<Snapshot> snapshots,
			@Qualifier("snapshotLoop") ClusterLoop loop, UnitOfWork work, AdministratorActs acts, InstantSource clock,
			@Value("${spring.application.name}") String service) {
		var queues = new SnapshotQueues(catalogue, exchangeOf(catalogue, service).getValue(),
				byType(snapshots, catalogue, service).keySet());
		return new StartSnapshot(queues, runs, loop, work, acts, clock);
	}

	/** Refuses to start with a snapshot type that the catalogue does not have. */
	private static Map<String, Snapshot> byType(ObjectProvider<Snapshot> snapshots, Catalogue catalogue,
			String service) {
		var known = exchangeOf(catalogue, service).getValue().events();
		return snapshots.stream().collect(Collectors.toMap((snapshot) -> {
			var event = known.get(snapshot.type());
			if (event == null || !event.snapshot()) {
				throw new IllegalStateException(
						"The catalogue has no snapshot '%s' of %s".formatted(snapshot.type(), service));
			}
			return snapshot.type();
		}, (snapshot) -> snapshot));
	}

	private static Map.Entry<String, Catalogue.Exchange> exchangeOf(Catalogue catalogue, String service) {
		return catalogue.exchangeOf(service).orElseThrow();
	}

}
