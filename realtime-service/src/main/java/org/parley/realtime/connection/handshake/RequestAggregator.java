package org.parley.realtime.connection.handshake;

import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;

/**
 * Collects the parts of a request, and refuses one that is too large. The server's own
 * aggregator stands before the encoder, which its refusal therefore never reaches, and
 * closes the connection without an answer.
 */
public final class RequestAggregator extends HttpObjectAggregator {

	/** Closing while the client still sends would reset the connection. */
	private static final int LINGER_MILLIS = 500;

	public RequestAggregator(int maxContentLength) {
		super(maxContentLength);
	}

	@Override
	protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
		var _ = context.writeAndFlush(HandshakeValidator.answer(HandshakeRefusal.SIZE));
		var _ = context.executor().schedule(() -> {
			var _ = context.close();
		}, LINGER_MILLIS, TimeUnit.MILLISECONDS);
	}

}
