package org.parley.platform.events.queue;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;

/**
 * Consumes a queue message by message, on its own thread, until it is stopped. It waits
 * for an unavailable broker or queue.
 * <p>
 * It stops by closing its channel and never by cancelling the consumer. The broker then
 * requeues unacknowledged messages and passes the queue on in one step. A cancelled
 * consumer that still holds messages would let the next single active consumer overtake
 * them, which is why this is no listener container of Spring's.
 */
public final class QueueListener {

	private static final Logger log = LoggerFactory.getLogger(QueueListener.class);

	private static final Duration LOOK = Duration.ofMillis(500);

	private final ConnectionFactory connections;

	private final QueueSource queue;

	private final int prefetch;

	private final DeliveryHandler deliveryHandler;

	private final Backoff backoff = new Backoff();

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final Thread thread;

	private boolean away;

	/**
	 * Creates a listener that is not started.
	 * @param prefetch the prefetch count of the channel
	 */
	public QueueListener(ConnectionFactory connections, QueueSource queue, int prefetch,
			DeliveryHandler deliveryHandler) {
		this.connections = connections;
		this.queue = queue;
		this.prefetch = prefetch;
		this.deliveryHandler = deliveryHandler;
		this.thread = Thread.ofVirtual().name("listener-" + queue.name()).unstarted(this::run);
	}

	/** Starts the listener; it cannot be started twice. */
	public void start() {
		this.thread.start();
	}

	/** Stops the listener after the current message; {@link #join} waits for that. */
	public void stop() {
		this.stopped.countDown();
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
			var deliveryBuffer = new DeliveryBuffer(channel, this.queue.name());
			channel.basicQos(this.prefetch);
			channel.basicConsume(this.queue.name(), false, deliveryBuffer);
			var goesOn = true;
			while (goesOn && !isStopped()) {
				goesOn = takeNext(channel, deliveryBuffer);
			}
		}
		finally {
			close(channel);
		}
	}

	/** Handles a delivery; false when the channel must be closed. */
	private boolean takeNext(Channel channel, DeliveryBuffer deliveryBuffer) throws IOException, InterruptedException {
		var message = deliveryBuffer.next(LOOK);
		if (message == null && channel.isOpen()) {
			this.queue.complete(channel.getConnection());
		}
		var goesOn = (message != null) ? receive(message, channel) : !deliveryBuffer.isOver();
		if (goesOn) {
			logRecovery();
		}
		return goesOn;
	}

	private void logRecovery() {
		this.backoff.reset();
		if (this.away) {
			this.away = false;
			log.atInfo().addKeyValue("queue", this.queue.name()).log("The queue is consumed again");
		}
	}

	private boolean receive(Message message, Channel channel) throws IOException {
		if (!channel.isOpen() || isStopped() || !apply(message, channel)) {
			return false;
		}
		acknowledge(message, channel);
		return true;
	}

	private boolean apply(Message message, Channel channel) {
		return this.deliveryHandler.apply(message, (length) -> pause(length) && channel.isOpen());
	}

	private static void acknowledge(Message message, Channel channel) throws IOException {
		channel.basicAck(message.getMessageProperties().getDeliveryTag(), false);
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
