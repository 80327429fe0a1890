package org.parley.realtime.gate;

import com.corundumstudio.socketio.Transport;
import com.corundumstudio.socketio.messages.PacketsMessage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Lets no message through that the server should not read; who sends one is cut off. */
@Sharable
final class Guard extends ChannelInboundHandlerAdapter {

	private final Wires wires;

	private final Counter malformed;

	Guard(Wires wires, MeterRegistry meters) {
		this.wires = wires;
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
		var client = packets.getClient().getSessionId();
		if (packets.getTransport() == Transport.WEBSOCKET) {
			this.wires.find(client).ifPresent((wire) -> wire.over(context.channel()));
		}
		if (Packets.areKnown(packets.getContent())) {
			context.fireChannelRead(message);
			return;
		}
		this.malformed.increment();
		this.wires.find(client).ifPresent(SocketWire::cut);
	}

}
