package org.parley.realtime.connection.packet;

import java.nio.charset.StandardCharsets;

import com.corundumstudio.socketio.SocketIOChannelInitializer;
import com.corundumstudio.socketio.messages.PacketsMessage;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.parley.platform.security.token.PersonalTokenFormat;

/**
 * Handles the connect packets with a personal access token on a thread of their own: the
 * server asks its auth listener on the thread of many connections, and the exchange of
 * such a token waits for auth-service.
 */
@Sharable
public final class PersonalTokenHandler extends ChannelInboundHandlerAdapter {

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (message instanceof PacketsMessage packets && isExchangeNeeded(packets)) {
			// The caller releases the content, and a polling request is answered and
			// closed before.
			var copy = new PacketsMessage(packets.getClient(), Unpooled.copiedBuffer(packets.getContent()),
					packets.getTransport());
			var next = context.pipeline().context(SocketIOChannelInitializer.PACKET_HANDLER);
			Thread.ofVirtual().name("personal-token").start(() -> handle(next, copy));
			return;
		}
		context.fireChannelRead(message);
	}

	private static boolean isExchangeNeeded(PacketsMessage packets) {
		var text = packets.getContent().toString(StandardCharsets.UTF_8);
		return PacketRules.containsConnect(text) && PersonalTokenFormat.isContainedIn(text);
	}

	private static void handle(ChannelHandlerContext next, PacketsMessage packets) {
		var packetHandler = (ChannelInboundHandler) next.handler();
		try {
			packetHandler.channelRead(next, packets);
		}
		catch (Exception ex) {
			next.fireExceptionCaught(ex);
		}
	}

}
