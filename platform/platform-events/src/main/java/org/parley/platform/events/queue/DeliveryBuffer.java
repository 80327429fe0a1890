package org.parley.platform.events.queue;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.support.DefaultMessagePropertiesConverter;

/** The deliveries of a channel, up to its prefetch count. */
final class DeliveryBuffer extends DefaultConsumer {

	private static final DefaultMessagePropertiesConverter PROPERTIES = new DefaultMessagePropertiesConverter();

	private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();

	private final String queue;

	private volatile boolean over;

	DeliveryBuffer(Channel channel, String queue) {
		super(channel);
		this.queue = queue;
	}

	/** The next delivery, or null after the timeout. */
	@Nullable Message next(Duration patience) throws InterruptedException {
		return this.messages.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
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
	}

	@Override
	public void handleCancel(String tag) {
		this.over = true;
	}

	@Override
	public void handleShutdownSignal(String tag, ShutdownSignalException signal) {
		this.over = true;
	}

}
