package org.parley.platform.messaging.queue;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Binding;

/**
 * A queue of one instance. It is deleted with the connection that declared it and
 * declared again with the next one; messages in between are lost. An exchange that does
 * not exist yet is bound later.
 */
public final class InstanceQueue implements QueueSource {

	private static final Logger log = LoggerFactory.getLogger(InstanceQueue.class);

	private final String name;

	private final List<Binding> bindings;

	private final Set<Binding> missing = new HashSet<>();

	public InstanceQueue(String name, List<Binding> bindings) {
		this.name = name;
		this.bindings = List.copyOf(bindings);
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public void prepare(Connection connection) throws IOException {
		declare(connection);
		this.missing.addAll(this.bindings);
		complete(connection);
	}

	@Override
	public boolean complete(Connection connection) {
		this.missing.removeIf((binding) -> bind(connection, binding));
		return this.missing.isEmpty();
	}

	private void declare(Connection connection) throws IOException {
		try (var channel = connection.createChannel()) {
			channel.queueDeclare(this.name, false, true, true, Map.of());
		}
		catch (TimeoutException ex) {
			throw new IOException(ex);
		}
	}

	private boolean bind(Connection connection, Binding binding) {
		try (var channel = connection.createChannel()) {
			channel.queueBind(this.name, binding.getExchange(), binding.getRoutingKey());
			return true;
		}
		catch (IOException | TimeoutException ex) {
			log.atDebug()
				.setCause(ex)
				.addKeyValue("exchange", binding.getExchange())
				.log("The queue is bound later: the publisher has not started yet");
			return false;
		}
	}

}
