package org.parley.gateway.request;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Asks the connection for the next request after each answer. Reactor Netty forgets it
 * when a request has waited for the end of the answer before and is answered at once, as
 * from memory: the connection then hangs.
 *
 * @see <a href="https://github.com/reactor/reactor-netty/issues/4361">Issue 4361 of
 * Reactor Netty</a>
 */
@Sharable
final class ReadAfterAnswer extends ChannelOutboundHandlerAdapter {

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		var _ = context.write(message, promise);
		if (message instanceof LastHttpContent) {
			context.executor().execute(context::read);
		}
	}

}
