package org.parley.realtime.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOChannelInitializer;
import com.corundumstudio.socketio.handler.EncoderHandler;
import com.corundumstudio.socketio.namespace.NamespacesHub;
import io.netty.channel.ChannelPipeline;
import org.jspecify.annotations.Nullable;
import org.parley.realtime.connection.handshake.HandshakeValidator;
import org.parley.realtime.connection.handshake.RequestAggregator;
import org.parley.realtime.connection.packet.PacketValidator;
import org.parley.realtime.connection.packet.PersonalTokenHandler;
import org.parley.realtime.connection.packet.PollEncoder;

/** The Socket.IO server's pipeline, extended by validation and error handling. */
final class SocketPipeline extends SocketIOChannelInitializer {

	private final HandshakeValidator handshakeValidator;

	private final PacketValidator packetValidator;

	private final ConnectionErrorHandler connectionErrorHandler;

	private final int payload;

	private @Nullable EncoderHandler encoderHandler;

	SocketPipeline(HandshakeValidator handshakeValidator, PacketValidator packetValidator,
			ConnectionErrorHandler connectionErrorHandler, int payload) {
		this.handshakeValidator = handshakeValidator;
		this.packetValidator = packetValidator;
		this.connectionErrorHandler = connectionErrorHandler;
		this.payload = payload;
	}

	@Override
	public void start(Configuration configuration, NamespacesHub namespaces) {
		super.start(configuration, namespaces);
		try {
			this.encoderHandler = new EncoderHandler(configuration, new PollEncoder(configuration));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	protected void addSocketioHandlers(ChannelPipeline pipeline) {
		super.addSocketioHandlers(pipeline);
		pipeline.replace(SOCKETIO_ENCODER, SOCKETIO_ENCODER, Objects.requireNonNull(this.encoderHandler));
		pipeline.addAfter(HTTP_ENCODER, "door", this.handshakeValidator);
		pipeline.remove(HTTP_AGGREGATOR);
		pipeline.addAfter(HTTP_ENCODER, HTTP_AGGREGATOR, new RequestAggregator(this.payload));
		pipeline.addBefore(PACKET_HANDLER, "guard", this.packetValidator);
		pipeline.addBefore(PACKET_HANDLER, "personal-tokens", new PersonalTokenHandler());
		pipeline.addLast("ending", this.connectionErrorHandler);
	}

}
