package org.parley.platform.messaging.catalogue;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.QueueInformation;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether some process of this service consumes each of its queues; unknown while the
 * broker does not tell.
 */
final class WorkersHealthIndicator implements HealthIndicator {

	private final AmqpAdmin broker;

	private final Set<String> queues;

	private final Duration patience;

	/**
	 * Creates an indicator.
	 * @param patience how long the broker may be silent; callers wait for the answer
	 */
	WorkersHealthIndicator(AmqpAdmin broker, Set<String> queues, Duration patience) {
		this.broker = broker;
		this.queues = Set.copyOf(queues);
		this.patience = patience;
	}

	@Override
	public Health health() {
		return CompletableFuture
			.supplyAsync(this::ask, (question) -> Thread.ofVirtual().name("queue-consumers").start(question))
			.completeOnTimeout(Health.unknown().build(), this.patience.toMillis(), TimeUnit.MILLISECONDS)
			.exceptionally((failure) -> Health.unknown().withException(failure).build())
			.join();
	}

	private Health ask() {
		var known = this.queues.stream().map(this.broker::getQueueInfo).filter(Objects::nonNull).toList();
		var idle = known.stream()
			.filter((queue) -> queue.getConsumerCount() == 0)
			.map(QueueInformation::getName)
			.sorted()
			.toList();
		if (!idle.isEmpty()) {
			return Health.down().withDetail("unconsumed", idle).build();
		}
		return (known.size() < this.queues.size()) ? Health.unknown().build() : Health.up().build();
	}

}
