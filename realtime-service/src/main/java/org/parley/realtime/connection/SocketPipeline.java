package org.parley.realtime.connection;

import org.parley.realtime.connection.handshake.HandshakeValidator;
import org.parley.realtime.connection.packet.PacketValidator;
import org.parley.realtime.connection.packet.PersonalTokenHandler;

import com.corundumstudio.socketio.SocketIOChannelInitializer;
import io.netty.channel.ChannelPipeline;

/** The Socket.IO server's pipeline, extended by validation and error handling. */
final class SocketPipeline extends SocketIOChannelInitializer {

	private final HandshakeValidator handshakeValidator;

	private final PacketValidator packetValidator;

	private final ConnectionErrorHandler connectionErrorHandler;

	SocketPipeline(HandshakeValidator handshakeValidator, PacketValidator packetValidator,
			ConnectionErrorHandler connectionErrorHandler) {
		this.handshakeValidator = handshakeValidator;
		this.packetValidator = packetValidator;
		this.connectionErrorHandler = connectionErrorHandler;
	}

	@Override
	protected void addSocketioHandlers(ChannelPipeline pipeline) {
		super.addSocketioHandlers(pipeline);
		pipeline.addAfter(HTTP_ENCODER, "door", this.handshakeValidator);
		pipeline.addBefore(PACKET_HANDLER, "guard", this.packetValidator);
		pipeline.addBefore(PACKET_HANDLER, "personal-tokens", new PersonalTokenHandler());
		pipeline.addLast("ending", this.connectionErrorHandler);
	}

}
