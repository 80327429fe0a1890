package org.parley.platform.messaging.catalogue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.AmqpIOException;
import org.springframework.amqp.AmqpTimeoutException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.QueueInformation;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

class WorkersHealthIndicatorTests {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

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

	@ParameterizedTest
	@MethodSource("failures")
	void queuesOfBrokerThatIsAwayAreUnknown(RuntimeException failure) {
		var broker = broker((_) -> {
			throw failure;
		});
		assertThat(status(broker, PATIENCE)).isEqualTo(Status.UNKNOWN);
	}

	static Stream<RuntimeException> failures() {
		return Stream.of(new AmqpConnectException(new ConnectException()), new AmqpTimeoutException("silent"),
				new AmqpIOException(new IOException()), new IllegalStateException("The channel is closed"));
	}

	@Test
	void queuesOfSilentBrokerAreUnknown() {
		var end = new CountDownLatch(1);
		var broker = broker((queue) -> {
			try {
				end.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			return new QueueInformation(queue, 0, 0);
		});
		assertThat(status(broker, Duration.ofMillis(1))).isEqualTo(Status.UNKNOWN);
		end.countDown();
	}

	private static Status status(Map<String, Integer> consumers) {
		var broker = broker(
				(queue) -> consumers.containsKey(queue) ? new QueueInformation(queue, 0, consumers.get(queue)) : null);
		return status(broker, PATIENCE);
	}

	private static Status status(AmqpAdmin broker, Duration patience) {
		return new WorkersHealthIndicator(broker, Set.of("loans", "returns"), patience).health().getStatus();
	}

	private static AmqpAdmin broker(Function<String, @Nullable QueueInformation> queues) {
		return (AmqpAdmin) Proxy.newProxyInstance(AmqpAdmin.class.getClassLoader(), new Class<?>[] { AmqpAdmin.class },
				(_, method, arguments) -> {
					assertThat(method.getName()).isEqualTo("getQueueInfo");
					return queues.apply((String) arguments[0]);
				});
	}

}
