package org.parley.realtime.connection.packet;

import com.corundumstudio.socketio.Transport;
import com.corundumstudio.socketio.messages.PacketsMessage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Rejects malformed messages, and messages of clients that do not read their answers, by
 * cutting the connection. Messages of closed sessions are dropped.
 */
@Sharable
public final class PacketValidator extends ChannelInboundHandlerAdapter {

	private final SocketWires socketWires;

	private final Counter malformed;

	public PacketValidator(SocketWires socketWires, MeterRegistry meters) {
		this.socketWires = socketWires;
		this.malformed = Counter.builder("parley.realtime.malformed")
			.description("Malformed messages of clients")
			.register(meters);
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (!(message instanceof PacketsMessage packets)) {
			context.fireChannelRead(message);
			return;
		}
		var wire = this.socketWires.find(packets.getClient().getSessionId()).orElse(null);
		if (wire == null) {
			var _ = context.close();
			return;
		}
		if (packets.getTransport() == Transport.WEBSOCKET) {
			wire.useWebSocket(context.channel());
		}
		if (isAccepted(packets, wire)) {
			context.fireChannelRead(new PacketsMessage(packets.getClient(), PacketRules.toDecode(packets.getContent()),
					packets.getTransport()));
		}
		else {
			wire.cut();
		}
	}

	private boolean isAccepted(PacketsMessage packets, SocketWire wire) {
		if (!PacketRules.areKnown(packets.getContent())) {
			this.malformed.increment();
			return false;
		}
		return wire.isReading();
	}

}
