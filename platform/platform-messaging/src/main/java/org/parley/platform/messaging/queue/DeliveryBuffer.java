package org.parley.platform.messaging.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.support.DefaultMessagePropertiesConverter;

/** The deliveries of a channel, up to its prefetch count. */
final class DeliveryBuffer extends DefaultConsumer {

	private static final DefaultMessagePropertiesConverter PROPERTIES = new DefaultMessagePropertiesConverter();

	private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();

	/** Deliveries, and calls of {@link #wake}. */
	private final Semaphore arrivals = new Semaphore(0);

	private final String queue;

	private volatile boolean over;

	DeliveryBuffer(Channel channel, String queue) {
		super(channel);
		this.queue = queue;
	}

	/** Waits for a delivery, until the timeout or until the buffer is woken. */
	void await(Duration patience) throws InterruptedException {
		if (this.messages.isEmpty() && this.arrivals.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
			this.arrivals.drainPermits();
		}
	}

	/** The number of deliveries that are there. */
	int size() {
		return this.messages.size();
	}

	/** Takes the deliveries that are there, and waits for none. */
	List<Message> take(int limit) {
		var next = new ArrayList<Message>();
		this.messages.drainTo(next, limit);
		return next;
	}

	/** Ends the wait for a delivery. */
	void wake() {
		this.arrivals.release();
	}

	/** Whether the queue, the channel or the connection is closed. */
	boolean isOver() {
		return this.over;
	}

	@Override
	public void handleDelivery(String tag, Envelope envelope, BasicProperties properties, byte[] body) {
		var known = PROPERTIES.toMessageProperties(properties, envelope, "UTF-8");
		known.setConsumerQueue(this.queue);
		this.messages.add(new Message(body, known));
		this.arrivals.release();
	}

	@Override
	public void handleCancel(String tag) {
		end();
	}

	@Override
	public void handleShutdownSignal(String tag, ShutdownSignalException signal) {
		end();
	}

	private void end() {
		this.over = true;
		wake();
	}

}
