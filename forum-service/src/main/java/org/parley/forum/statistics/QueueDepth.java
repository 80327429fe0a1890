package org.parley.forum.statistics;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.parley.platform.messaging.catalogue.Catalogue;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.QueueInformation;
import org.springframework.stereotype.Component;

/** The number of events that wait for the workers of all services. */
@Component
class QueueDepth {

	private static final long PATIENCE_SECONDS = 2;

	private final AmqpAdmin broker;

	private final Catalogue catalogue;

	QueueDepth(AmqpAdmin broker, Catalogue catalogue) {
		this.broker = broker;
		this.catalogue = catalogue;
	}

	/** Counts the events; empty if the broker does not answer in time. */
	Optional<Long> count() {
		return CompletableFuture
			.supplyAsync(this::ask, (question) -> Thread.ofVirtual().name("queue-depth").start(question))
			.completeOnTimeout(Optional.empty(), PATIENCE_SECONDS, TimeUnit.SECONDS)
			.exceptionally((_) -> Optional.empty())
			.join();
	}

	private Optional<Long> ask() {
		return Optional.of(this.catalogue.queues()
			.entrySet()
			.stream()
			.filter((queue) -> queue.getValue().isShared())
			.map((queue) -> this.broker.getQueueInfo(queue.getKey()))
			.filter(Objects::nonNull)
			.mapToLong(QueueInformation::getMessageCount)
			.sum());
	}

}
