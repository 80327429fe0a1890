package org.parley.gateway.request;

import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import org.parley.gateway.correlation.Correlation;
import org.parley.gateway.problem.GatewayProblem;
import org.parley.gateway.problem.GatewayProblemException;
import org.parley.gateway.security.SecurityHeaders;

import org.springframework.http.HttpStatus;

/**
 * Replaces empty error responses of the HTTP codec by problem documents. Responses of the
 * gateway's filters have a correlation id and are kept.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty reports the result through the
												// promise.
final class WireRefusal extends ChannelOutboundHandlerAdapter {

	private static final int LINGER_MILLIS = 500;

	private boolean refused;

	@Override
	public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
		if (message instanceof HttpResponse answer) {
			this.refused = answer.status().code() >= 400;
		}
		if (this.refused && message instanceof FullHttpResponse answer
				&& !answer.headers().contains(Correlation.HEADER)) {
			ReferenceCountUtil.release(answer);
			ctx.write(problem(answer.status().code()), promise);
		}
		else {
			ctx.write(message, promise);
		}
	}

	/**
	 * Gives the client time to read the refusal; closing while it still sends would reset
	 * the connection.
	 */
	@Override
	public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
		if (this.refused && ctx.channel() instanceof DuplexChannel channel && !channel.isOutputShutdown()) {
			channel.shutdownOutput();
			ctx.executor().schedule(() -> ctx.close(promise), LINGER_MILLIS, TimeUnit.MILLISECONDS);
		}
		else {
			ctx.close(promise);
		}
	}

	private static FullHttpResponse problem(int status) {
		GatewayProblemException refusal = refusal(status);
		String correlationId = Correlation.choose(null, null);
		byte[] body = GatewayProblem.of(refusal, "", correlationId).toJson();
		var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
				io.netty.handler.codec.http.HttpResponseStatus.valueOf(refusal.status().value()),
				Unpooled.wrappedBuffer(body));
		HttpHeaders headers = response.headers();
		headers.set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json");
		headers.set(HttpHeaderNames.CONTENT_LENGTH, body.length);
		headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
		headers.set(Correlation.HEADER, correlationId);
		headers.set(SecurityHeaders.CONTENT_SECURITY_POLICY, SecurityHeaders.NOTHING);
		SecurityHeaders.FIXED.forEach(headers::set);
		return response;
	}

	private static GatewayProblemException refusal(int status) {
		return switch (status) {
			case 413 -> new GatewayProblemException(HttpStatus.CONTENT_TOO_LARGE, "request.too-large",
					"The body is too large.");
			case 414 -> new GatewayProblemException(HttpStatus.URI_TOO_LONG, "request.uri-too-long",
					"The address is too long.");
			case 431 -> new GatewayProblemException(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
					"request.headers-too-large", "The headers are too large.");
			default ->
				new GatewayProblemException(HttpStatus.BAD_REQUEST, "request.malformed", "The request is malformed.");
		};
	}

}
