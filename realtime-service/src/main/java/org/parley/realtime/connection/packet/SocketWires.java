package org.parley.realtime.connection.packet;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.transport.NamespaceClient;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** The open connections of all clients. */
public final class SocketWires {

	private final Map<UUID, SocketWire> open = new ConcurrentHashMap<>();

	private final Counter slow;

	public SocketWires(MeterRegistry meters) {
		this.slow = Counter.builder("parley.realtime.slow")
			.description("Sockets that were dropped because they did not read")
			.register(meters);
	}

	public SocketWire open(SocketIOClient client) {
		var wire = new SocketWire(((NamespaceClient) client).getBaseClient(), client, this.slow);
		this.open.put(client.getSessionId(), wire);
		return wire;
	}

	public Optional<SocketWire> find(UUID client) {
		return Optional.ofNullable(this.open.get(client));
	}

	public void close(UUID client) {
		Optional.ofNullable(this.open.remove(client)).ifPresent(SocketWire::release);
	}

}
