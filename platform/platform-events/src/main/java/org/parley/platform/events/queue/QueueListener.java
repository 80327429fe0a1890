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
 * Takes the messages of a queue one after the other, on a thread of its own, until it is
 * stopped. A broker or a queue that is away is waited for.
 * <p>
 * It ends by closing its channel, never by cancelling: the broker then takes back what is
 * not acknowledged and hands the queue over in one step. A cancelled consumer that still
 * holds messages would let the next single active consumer run ahead of them, which is
 * why this is no listener container of Spring's.
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
	 * A listener that is not started yet.
	 * @param prefetch how many messages it may hold at a time
	 */
	public QueueListener(ConnectionFactory connections, QueueSource queue, int prefetch,
			DeliveryHandler deliveryHandler) {
		this.connections = connections;
		this.queue = queue;
		this.prefetch = prefetch;
		this.deliveryHandler = deliveryHandler;
		this.thread = Thread.ofVirtual().name("listener-" + queue.name()).unstarted(this::run);
	}

	/** Starts, once. */
	public void start() {
		this.thread.start();
	}

	/** Stops for good, once the message at hand is done; {@link #join} waits for that. */
	public void stop() {
		this.stopped.countDown();
	}

	/** Waits until it has stopped; false when that takes longer. */
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
				.log("The queue cannot be listened to now");
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

	/** False when the channel is of no more use. */
	private boolean takeNext(Channel channel, DeliveryBuffer deliveryBuffer) throws IOException, InterruptedException {
		var message = deliveryBuffer.next(LOOK);
		if (message == null && channel.isOpen()) {
			this.queue.complete(channel.getConnection());
		}
		var goesOn = (message != null) ? receive(message, channel) : !deliveryBuffer.isOver();
		if (goesOn) {
			noteThatItWorks();
		}
		return goesOn;
	}

	private void noteThatItWorks() {
		this.backoff.reset();
		if (this.away) {
			this.away = false;
			log.atInfo().addKeyValue("queue", this.queue.name()).log("The queue is listened to again");
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

	/** Past Spring's cache of channels: closing it is to close it. */
	private Channel open() throws IOException {
		var connection = Objects.requireNonNull(this.connections.createConnection().getDelegate());
		this.queue.prepare(connection);
		return connection.openChannel().orElseThrow(() -> new AmqpException("The broker has no channel left"));
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
