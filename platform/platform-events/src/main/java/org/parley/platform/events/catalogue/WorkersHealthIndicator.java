package org.parley.platform.events.catalogue;

import java.util.Objects;
import java.util.Set;

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

	WorkersHealthIndicator(AmqpAdmin broker, Set<String> queues) {
		this.broker = broker;
		this.queues = Set.copyOf(queues);
	}

	@Override
	public Health health() {
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
