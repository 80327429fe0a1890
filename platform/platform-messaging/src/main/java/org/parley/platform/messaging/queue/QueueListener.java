package org.parley.platform.messaging.queue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import org.jspecify.annotations.Nullable;
import org.parley.platform.mongo.cluster.Backoff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;

/**
 * Consumes a queue on its own thread, until it is stopped. Its handler gets the messages
 * that wait, in order; one acknowledgement covers what it has handled. A message that
 * comes alone is handled at once. While messages follow one another, a batch starts some
 * time after the last one, and the later, the more messages that had: handling and
 * acknowledging costs more for each batch than for each message. The listener waits for
 * an unavailable broker or queue.
 * <p>
 * It stops by closing its channel and never by cancelling the consumer. The broker then
 * requeues unacknowledged messages and passes the queue on in one step. A cancelled
 * consumer that still holds messages would let the next single active consumer overtake
 * them, which is why this is no listener container of Spring's.
 */
public final class QueueListener {

	private static final Logger log = LoggerFactory.getLogger(QueueListener.class);

	/** The largest number of messages that a handler gets at once. */
	private static final int BATCH = 100;

	/** The gap grows with the messages of the last batch, up to this multiple. */
	private static final int MAX_GAPS = 6;

	/** A channel that lasts so long is a recovery. */
	private static final Duration FIRST_LOOK = Duration.ofMillis(500);

	/** Deliveries, a lost channel and a stop end the wait earlier. */
	private static final Duration LOOK = Duration.ofMinutes(1);

	private final ConnectionFactory connections;

	private final QueueSource queue;

	private final int prefetch;

	private final Duration gap;

	private final DeliveryHandler deliveryHandler;

	private final Backoff backoff = new Backoff();

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final Thread thread;

	private volatile @Nullable DeliveryBuffer deliveryBuffer;

	private boolean away;

	/** The end of the last batch, comparable to {@link System#nanoTime()}. */
	private long handledAt;

	/** The number of messages in the last batch. */
	private int lastBatch = 1;

	/**
	 * Creates a listener that is not started.
	 * @param prefetch the prefetch count of the channel
	 * @param gap the shortest time from a batch of one message to the next one that is
	 * not full
	 */
	public QueueListener(ConnectionFactory connections, QueueSource queue, int prefetch, Duration gap,
			DeliveryHandler deliveryHandler) {
		this.connections = connections;
		this.queue = queue;
		this.prefetch = prefetch;
		this.gap = gap;
		this.handledAt = System.nanoTime() - gap.toNanos();
		this.deliveryHandler = deliveryHandler;
		this.thread = Thread.ofVirtual().name("listener-" + queue.name()).unstarted(this::run);
	}

	/** Starts the listener; it cannot be started twice. */
	public void start() {
		this.thread.start();
	}

	/** Stops the listener after the current messages; {@link #join} waits for that. */
	public void stop() {
		this.stopped.countDown();
		var present = this.deliveryBuffer;
		if (present != null) {
			present.wake();
		}
	}

	/** Waits for the listener to stop; false after the timeout. */
	public boolean join(Duration patience) throws InterruptedException {
		return this.thread.join(patience);
	}

	private void run() {
		while (!isStopped()) {
			listenQuietly();
			pause(this.backoff.next());
		}
	}

	private void listenQuietly() {
		try {
			listen();
		}
		catch (InterruptedException ex) {
			stop();
		}
		catch (Exception | Error ex) {
			log.atLevel(this.away ? Level.DEBUG : Level.WARN)
				.addKeyValue("queue", this.queue.name())
				.addKeyValue("cause", ex.toString())
				.log("The queue cannot be consumed now");
			this.away = true;
		}
	}

	private void listen() throws IOException, InterruptedException {
		var channel = open();
		try {
			var present = new DeliveryBuffer(channel, this.queue.name());
			this.deliveryBuffer = present;
			channel.basicQos(this.prefetch);
			channel.basicConsume(this.queue.name(), false, present);
			var binding = new Backoff();
			var goesOn = takeNext(channel, present, FIRST_LOOK);
			while (goesOn && !isStopped()) {
				var complete = this.queue.complete(channel.getConnection());
				goesOn = takeNext(channel, present, complete ? LOOK : binding.next());
			}
		}
		finally {
			close(channel);
		}
	}

	/** Handles what is there; false when the channel must be closed. */
	private boolean takeNext(Channel channel, DeliveryBuffer present, Duration patience)
			throws IOException, InterruptedException {
		var messages = next(present, patience, Math.min(BATCH, this.prefetch));
		var goesOn = (messages.isEmpty() ? channel.isOpen() : receive(messages, channel)) && !present.isOver();
		if (goesOn) {
			logRecovery();
		}
		return goesOn;
	}

	private List<Message> next(DeliveryBuffer present, Duration patience, int limit) throws InterruptedException {
		present.await(patience);
		var early = this.gap.multipliedBy(Math.clamp(this.lastBatch, 1, MAX_GAPS))
			.minusNanos(System.nanoTime() - this.handledAt);
		if (present.size() > 0 && present.size() < limit && early.isPositive()) {
			pause(early);
		}
		return present.take(limit);
	}

	private void logRecovery() {
		this.backoff.reset();
		if (this.away) {
			this.away = false;
			log.atInfo().addKeyValue("queue", this.queue.name()).log("The queue is consumed again");
		}
	}

	/** Acknowledges each part before the handler gets the next one. */
	private boolean receive(List<Message> messages, Channel channel) throws IOException {
		var left = messages;
		this.lastBatch = messages.size();
		while (!left.isEmpty()) {
			var handled = (channel.isOpen() && !isStopped()) ? apply(left, channel) : 0;
			if (handled == 0) {
				return false;
			}
			acknowledge(left.get(handled - 1), channel);
			this.handledAt = System.nanoTime();
			left = left.subList(handled, left.size());
		}
		return true;
	}

	private static void acknowledge(Message last, Channel channel) throws IOException {
		channel.basicAck(last.getMessageProperties().getDeliveryTag(), true);
	}

	private int apply(List<Message> messages, Channel channel) {
		return this.deliveryHandler.apply(messages, (length) -> pause(length) && channel.isOpen());
	}

	/** Bypasses Spring's channel cache, so that closing the channel really closes it. */
	private Channel open() throws IOException {
		var connection = Objects.requireNonNull(this.connections.createConnection().getDelegate());
		this.queue.prepare(connection);
		return connection.openChannel().orElseThrow(() -> new AmqpException("The broker has no free channel"));
	}

	private static void close(Channel channel) {
		try {
			channel.close();
		}
		catch (AlreadyClosedException | IOException | TimeoutException ex) {
			log.trace("The channel was closed already", ex);
		}
	}

	private boolean isStopped() {
		return this.stopped.getCount() == 0;
	}

	private boolean pause(Duration length) {
		try {
			return !this.stopped.await(length.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
