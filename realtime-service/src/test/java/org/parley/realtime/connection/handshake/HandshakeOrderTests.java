package org.parley.realtime.connection.handshake;

import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import org.junit.jupiter.api.Test;
import org.parley.realtime.session.TestSessions;

import static org.assertj.core.api.Assertions.assertThat;

/** A client hears of its session only when the session is open. */
class HandshakeOrderTests {

	private final List<String> order = new ArrayList<>();

	@Test
	void answerOfHandshakeLeavesAfterSessionIsOpen() {
		var channel = new EmbeddedChannel(new Wire(), HandshakeValidatorTests.validator(TestSessions.sessions()),
				new AnsweringServer());
		channel.writeInbound(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET,
				"/socket.io/?EIO=4&transport=polling"));
		assertThat(this.order).containsExactly("opened", "written", "flushed");
		channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
		assertThat(this.order).as("later output is not held").hasSize(5);
		channel.finishAndReleaseAll();
	}

	/** Notes what leaves. */
	private final class Wire extends ChannelOutboundHandlerAdapter {

		@Override
		public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
			HandshakeOrderTests.this.order.add("written");
			var _ = context.write(message, promise);
		}

		@Override
		public void flush(ChannelHandlerContext context) {
			HandshakeOrderTests.this.order.add("flushed");
			context.flush();
		}

	}

	/** Answers before it opens the session, as the Socket.IO server does. */
	private final class AnsweringServer extends ChannelInboundHandlerAdapter {

		@Override
		public void channelRead(ChannelHandlerContext context, Object message) {
			var _ = context.channel()
				.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK,
						Unpooled.EMPTY_BUFFER));
			HandshakeOrderTests.this.order.add("opened");
			ReferenceCountUtil.release(message);
		}

	}

}
