package org.parley.platform.events.catalogue;

import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.QueueInformation;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WorkersHealthIndicatorTests {

	@Test
	void consumedQueuesAreUp() {
		assertThat(status(Map.of("loans", 1, "returns", 2))).isEqualTo(Status.UP);
	}

	@Test
	void queueWithoutConsumerIsDown() {
		assertThat(status(Map.of("loans", 1, "returns", 0))).isEqualTo(Status.DOWN);
	}

	@Test
	void queueThatTheBrokerDoesNotTellIsUnknown() {
		assertThat(status(Map.of("loans", 1))).isEqualTo(Status.UNKNOWN);
	}

	@Test
	void brokerThatIsAwayIsReported() {
		var broker = broker((_) -> {
			throw new AmqpConnectException(new ConnectException());
		});
		var indicator = new WorkersHealthIndicator(broker, Set.of("loans"));
		assertThatExceptionOfType(AmqpConnectException.class).isThrownBy(indicator::health);
	}

	private static Status status(Map<String, Integer> consumers) {
		var broker = broker(
				(queue) -> consumers.containsKey(queue) ? new QueueInformation(queue, 0, consumers.get(queue)) : null);
		return new WorkersHealthIndicator(broker, Set.of("loans", "returns")).health().getStatus();
	}

	private static AmqpAdmin broker(Function<String, @Nullable QueueInformation> queues) {
		return (AmqpAdmin) Proxy.newProxyInstance(AmqpAdmin.class.getClassLoader(), new Class<?>[] { AmqpAdmin.class },
				(_, method, arguments) -> {
					assertThat(method.getName()).isEqualTo("getQueueInfo");
					return queues.apply((String) arguments[0]);
				});
	}

}
