package org.parley.realtime.connection.packet;

import java.util.concurrent.TimeUnit;

import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.Transport;
import com.corundumstudio.socketio.handler.ClientHead;
import com.corundumstudio.socketio.protocol.EngineIOVersion;
import com.corundumstudio.socketio.protocol.Packet;
import com.corundumstudio.socketio.protocol.PacketType;
import io.micrometer.core.instrument.Counter;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import org.jspecify.annotations.Nullable;
import org.parley.realtime.session.EncodedEvent;
import org.parley.realtime.session.SocketConnection;

/**
 * A connection of the Socket.IO server. A WebSocket is slow when its channel is not
 * writable, polling when too many packets wait to be fetched.
 */
public final class SocketWire implements SocketConnection {

	private static final int MAX_QUEUED_PACKETS = 1_000;

	private final ClientHead head;

	private final SocketIOClient client;

	private final Counter slow;

	private volatile @Nullable Channel webSocket;

	SocketWire(ClientHead head, SocketIOClient client, Counter slow) {
		this.head = head;
		this.client = client;
		this.slow = slow;
	}

	/** Sets the channel of the WebSocket. */
	void useWebSocket(Channel channel) {
		this.webSocket = channel;
	}

	@Override
	public boolean isReady() {
		var channel = this.webSocket;
		if (this.head.getCurrentTransport() == Transport.WEBSOCKET) {
			return channel == null || channel.isWritable();
		}
		return this.head.getPacketsQueue(Transport.POLLING).size() < MAX_QUEUED_PACKETS;
	}

	/**
	 * Checks whether the client reads its answers. Unlike events, answers are sent even
	 * if the client is not ready, and those to polling clients queue up while the client
	 * does not poll.
	 */
	boolean isReading() {
		var channel = this.webSocket;
		if (this.head.getPacketsQueue(Transport.POLLING).size() < 2 * MAX_QUEUED_PACKETS
				&& (channel == null || channel.bytesBeforeWritable() <= maxUnreadBytes(channel))) {
			return true;
		}
		this.slow.increment();
		return false;
	}

	private static long maxUnreadBytes(Channel channel) {
		return 2L * channel.config().getWriteBufferHighWaterMark();
	}

	@Override
	public boolean send(String event, Object data) {
		if (!isReady()) {
			this.slow.increment();
			return false;
		}
		this.client.sendEvent(event, data);
		return true;
	}

	/** A WebSocket gets the shared frame, in the order of other packets. */
	@Override
	public boolean send(EncodedEvent event) {
		var channel = this.webSocket;
		if (channel == null || this.head.getCurrentTransport() != Transport.WEBSOCKET) {
			return send(event.name(), event);
		}
		if (!isReady()) {
			this.slow.increment();
			return false;
		}
		var _ = channel.writeAndFlush(new TextWebSocketFrame(Unpooled.wrappedBuffer(event.frame())));
		return true;
	}

	@Override
	public void end() {
		var channel = this.webSocket;
		this.head.disconnect();
		if (channel != null) {
			var _ = channel.eventLoop().schedule(() -> close(channel), 1, TimeUnit.SECONDS);
		}
	}

	@Override
	public void cut() {
		var channel = this.webSocket;
		if (channel != null) {
			close(channel);
		}
		if (this.head.getCurrentTransport() != Transport.WEBSOCKET) {
			var _ = this.head.send(new Packet(PacketType.CLOSE, EngineIOVersion.V4));
		}
		this.head.onChannelDisconnect();
	}

	/**
	 * Answers the pending request of a polling client that has disconnected, as Engine.IO
	 * does: it would wait until its timeout.
	 */
	void release() {
		if (this.head.getCurrentTransport() == Transport.POLLING) {
			var _ = this.head.send(new Packet(PacketType.NOOP, EngineIOVersion.V4));
		}
	}

	/** Closes without a WebSocket close frame: Java clients would wait after one. */
	private static void close(Channel channel) {
		var _ = channel.close();
	}

}
