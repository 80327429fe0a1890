package org.parley.platform.messaging.queue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.LocalStackTest;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two instances with a single-active queue. */
@SpringBootTest
@LocalStackTest
class QueueListenerIT {

	private static final int ALL = 60;

	private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();

	private final Semaphore allowed = new Semaphore(0);

	private final String queue = "q" + Ids.next();

	@Autowired
	private ConnectionFactory connections;

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private RabbitTemplate rabbit;

	@Test
	void stoppedListenerHandsOverInOrder() throws InterruptedException {
		var exchange = new TopicExchange(this.queue);
		this.broker.declareQueue(QueueBuilder.durable(this.queue).quorum().singleActiveConsumer().build());
		this.broker.declareExchange(exchange);
		this.broker.declareBinding(BindingBuilder.bind(new Queue(this.queue)).to(exchange).with("next"));
		var first = listener("first");
		var second = listener("second");
		IntStream.rangeClosed(1, ALL).forEach(this::send);
		first.start();
		this.allowed.release(10);
		await().until(() -> this.heard.size() == 10 && this.allowed.hasQueuedThreads());
		second.start();
		first.stop();
		this.allowed.release(ALL);
		assertThat(first.join(Duration.ofSeconds(10))).isTrue();
		await().untilAsserted(() -> assertThat(this.heard).hasSize(ALL));
		second.stop();
		assertThat(second.join(Duration.ofSeconds(10))).isTrue();
		assertThat(numbers()).isSorted().doesNotHaveDuplicates();
		assertThat(this.heard).element(10).isEqualTo("first 11");
		assertThat(this.heard).element(11).isEqualTo("second 12");
	}

	@Test
	void waitingMessagesAreHandledAndAcknowledgedTogether() throws InterruptedException {
		var exchange = new TopicExchange(this.queue);
		this.broker.declareQueue(QueueBuilder.durable(this.queue).quorum().build());
		this.broker.declareExchange(exchange);
		this.broker.declareBinding(BindingBuilder.bind(new Queue(this.queue)).to(exchange).with("next"));
		IntStream.rangeClosed(1, ALL).forEach(this::send);
		var sizes = new ConcurrentLinkedQueue<Integer>();
		var listener = new QueueListener(this.connections, new SharedQueue(this.queue, this.broker), 2 * ALL,
				Duration.ZERO, (messages, _) -> {
					await().until(
							() -> Objects.requireNonNull(this.broker.getQueueInfo(this.queue)).getMessageCount() == 0);
					messages.forEach(
							(message) -> this.heard.add("x " + new String(message.getBody(), StandardCharsets.UTF_8)));
					sizes.add(messages.size());
					return messages.size();
				});
		listener.start();
		await().untilAsserted(() -> assertThat(this.heard).hasSize(ALL));
		assertThat(sizes).hasSizeLessThanOrEqualTo(2);
		assertThat(numbers()).isSorted().doesNotHaveDuplicates();
		listener.stop();
		assertThat(listener.join(Duration.ofSeconds(10))).isTrue();
		assertThat(Objects.requireNonNull(this.broker.getQueueInfo(this.queue)).getMessageCount()).isZero();
	}

	@Test
	void messagesThatFollowBatchAreGatheredUntilGapHasPassed() throws InterruptedException {
		this.broker.declareQueue(QueueBuilder.durable(this.queue).quorum().build());
		this.broker.declareExchange(new TopicExchange(this.queue));
		this.broker
			.declareBinding(BindingBuilder.bind(new Queue(this.queue)).to(new TopicExchange(this.queue)).with("next"));
		var sizes = new ConcurrentLinkedQueue<Integer>();
		var listener = new QueueListener(this.connections, new SharedQueue(this.queue, this.broker), 2 * ALL,
				Duration.ofSeconds(2), (messages, _) -> {
					sizes.add(messages.size());
					return messages.size();
				});
		listener.start();
		send(1);
		await().untilAsserted(() -> assertThat(sizes).containsExactly(1));
		IntStream.rangeClosed(2, 6).forEach(this::send);
		await().untilAsserted(() -> assertThat(sizes).containsExactly(1, 5));
		listener.stop();
		assertThat(listener.join(Duration.ofSeconds(10))).isTrue();
	}

	private List<Integer> numbers() {
		return this.heard.stream().map((text) -> Integer.valueOf(text.substring(text.indexOf(' ') + 1))).toList();
	}

	private void send(int number) {
		this.rabbit.send(this.queue, "next",
				MessageBuilder.withBody(Integer.toString(number).getBytes(StandardCharsets.UTF_8)).build());
	}

	private QueueListener listener(String name) {
		return new QueueListener(this.connections, new SharedQueue(this.queue, this.broker), 20, Duration.ZERO,
				(messages, _) -> {
					this.allowed.acquireUninterruptibly();
					this.heard.add(name + " " + new String(messages.getFirst().getBody(), StandardCharsets.UTF_8));
					return 1;
				});
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(RabbitAutoConfiguration.class)
	static class Instances {

	}

}
