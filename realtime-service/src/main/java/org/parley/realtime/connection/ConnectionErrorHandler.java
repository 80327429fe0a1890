package org.parley.realtime.connection;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Closes a connection after an error that no other handler has caught. */
@Sharable
final class ConnectionErrorHandler extends ChannelInboundHandlerAdapter {

	private final SocketExceptionListener socketExceptionListener;

	ConnectionErrorHandler(SocketExceptionListener socketExceptionListener) {
		this.socketExceptionListener = socketExceptionListener;
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		this.socketExceptionListener.exceptionCaught(context, cause);
	}

}
