package org.parley.realtime.connection;

import com.corundumstudio.socketio.Transport;
import com.corundumstudio.socketio.messages.PacketsMessage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Lets no message through that the server should not read, or would answer in vain; who
 * sends one is cut off. Who has said goodbye says no more.
 */
@Sharable
final class PacketValidator extends ChannelInboundHandlerAdapter {

	private final SocketWires socketWires;

	private final Counter malformed;

	PacketValidator(SocketWires socketWires, MeterRegistry meters) {
		this.socketWires = socketWires;
		this.malformed = Counter.builder("parley.realtime.malformed")
			.description("Messages of clients that were none")
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
			wire.over(context.channel());
		}
		if (isWelcome(packets, wire)) {
			context.fireChannelRead(new PacketsMessage(packets.getClient(), PacketRules.withAuth(packets.getContent()),
					packets.getTransport()));
		}
		else {
			wire.cut();
		}
	}

	private boolean isWelcome(PacketsMessage packets, SocketWire wire) {
		if (!PacketRules.areKnown(packets.getContent())) {
			this.malformed.increment();
			return false;
		}
		return wire.isReading();
	}

}
