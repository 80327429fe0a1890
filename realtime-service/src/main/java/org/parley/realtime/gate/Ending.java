package org.parley.realtime.gate;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Ends a connection on which something goes wrong that nobody before has minded. */
@Sharable
final class Ending extends ChannelInboundHandlerAdapter {

	private final Failures failures;

	Ending(Failures failures) {
		this.failures = failures;
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		this.failures.exceptionCaught(context, cause);
	}

}
