package org.parley.realtime.connection.handshake;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.QueryStringEncoder;
import io.netty.util.AttributeKey;
import io.netty.util.CharsetUtil;
import org.jspecify.annotations.Nullable;
import org.parley.realtime.session.HandshakeLimit;
import org.parley.realtime.session.SocketSessions;

/**
 * Validates every HTTP request before the Socket.IO server handles it, and answers an
 * invalid one as Engine.IO specifies. It also adds {@code Connection: close} to
 * responses, because the server closes the connection and a proxy would try to reuse it.
 */
@Sharable
public final class HandshakeValidator extends ChannelDuplexHandler {

	private static final AttributeKey<@Nullable Deque<Runnable>> HELD = AttributeKey.valueOf(HandshakeValidator.class,
			"held");

	/** Whether the request of a connection has no answer yet. */
	private static final AttributeKey<@Nullable Boolean> OWED = AttributeKey.valueOf(HandshakeValidator.class, "owed");

	private static final String PATH = "/socket.io/";

	private static final String BASE64 = "b64";

	/** How clients ask for base64. */
	private static final Set<String> ASKED = Set.of("1", "true");

	private final GateSettings settings;

	private final URI publicUrl;

	private final SocketSessions socketSessions;

	private final ClientAddresses addresses;

	private final HandshakeLimit handshakeLimit;

	public HandshakeValidator(GateSettings settings, URI publicUrl, SocketSessions socketSessions,
			ClientAddresses addresses, HandshakeLimit handshakeLimit) {
		this.settings = settings;
		this.publicUrl = publicUrl;
		this.socketSessions = socketSessions;
		this.addresses = addresses;
		this.handshakeLimit = handshakeLimit;
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (!(message instanceof FullHttpRequest request)) {
			context.fireChannelRead(message);
			return;
		}
		context.channel().attr(OWED).set(true);
		var handshakeRefusal = refusal(request, context);
		if (handshakeRefusal == null) {
			dropBase64(request);
			pass(context, request);
			return;
		}
		request.release();
		context.writeAndFlush(answer(handshakeRefusal)).addListener(ChannelFutureListener.CLOSE);
	}

	/**
	 * Clients that cannot read binary answers ask for base64. Version 4 of Engine.IO has
	 * no other answers, but the Socket.IO server would answer in the format of version 3.
	 */
	private static void dropBase64(FullHttpRequest request) {
		var address = new QueryStringDecoder(request.uri());
		if (!address.parameters().containsKey(BASE64)) {
			return;
		}
		var kept = new QueryStringEncoder(address.path());
		address.parameters().forEach((name, values) -> {
			if (!name.equals(BASE64)) {
				values.forEach((value) -> kept.addParam(name, value));
			}
		});
		request.setUri(kept.toString());
	}

	/**
	 * The Socket.IO server answers a handshake before it opens the session. The answer is
	 * held until then: a client's next request, by another connection, could be handled
	 * earlier, and its session would be unknown.
	 */
	private static void pass(ChannelHandlerContext context, FullHttpRequest request) {
		var held = new ArrayDeque<Runnable>();
		context.channel().attr(HELD).set(held);
		try {
			context.fireChannelRead(request);
		}
		finally {
			context.channel().attr(HELD).set(null);
			held.forEach(Runnable::run);
		}
	}

	@Override
	public void flush(ChannelHandlerContext context) {
		runOrHold(context, context::flush);
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		if (message instanceof HttpResponse) {
			context.channel().attr(OWED).set(null);
		}
		if (message instanceof HttpResponse response
				&& !response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
			response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
			response.headers().remove(HttpHeaderNames.SET_COOKIE);
		}
		runOrHold(context, () -> {
			var _ = context.write(message, promise);
		});
	}

	/**
	 * A connection that closes without an answer would look to the gateway like a failure
	 * of this service.
	 */
	@Override
	public void close(ChannelHandlerContext context, ChannelPromise promise) {
		runOrHold(context, () -> {
			if (context.channel().attr(OWED).getAndSet(null) != null) {
				var _ = context.writeAndFlush(answer(HandshakeRefusal.REQUEST)).addListener((_) -> {
					var _ = context.close(promise);
				});
			}
			else {
				var _ = context.close(promise);
			}
		});
	}

	private static void runOrHold(ChannelHandlerContext context, Runnable output) {
		var held = context.channel().attr(HELD).get();
		if (held != null) {
			held.add(output);
		}
		else {
			output.run();
		}
	}

	private @Nullable HandshakeRefusal refusal(FullHttpRequest request, ChannelHandlerContext context) {
		try {
			var address = new QueryStringDecoder(request.uri());
			var handshakeRefusal = refusal(request, address);
			return (handshakeRefusal == null && !address.parameters().containsKey("sid")
					&& !tryAcquire(request, context)) ? HandshakeRefusal.LIMIT : handshakeRefusal;
		}
		catch (IllegalArgumentException ex) {
			return HandshakeRefusal.REQUEST;
		}
	}

	private @Nullable HandshakeRefusal refusal(FullHttpRequest request, QueryStringDecoder address) {
		var parameters = address.parameters();
		if (!request.decoderResult().isSuccess()) {
			return HandshakeRefusal.REQUEST;
		}
		if (!address.path().equals(PATH)) {
			return HandshakeRefusal.PATH;
		}
		var origin = request.headers().get(HttpHeaderNames.ORIGIN);
		if (origin != null && !isFromGateway(request, origin) && !this.settings.isAllowed(origin, this.publicUrl)) {
			return HandshakeRefusal.ORIGIN;
		}
		if (!single(parameters, "EIO").equals("4")) {
			return HandshakeRefusal.PROTOCOL;
		}
		// A token in the URL would end up in logs; JSONP is obsolete.
		if (parameters.containsKey("token") || parameters.containsKey("j")
				|| !ASKED.containsAll(parameters.getOrDefault(BASE64, List.of()))) {
			return HandshakeRefusal.REQUEST;
		}
		return refusal(request.method(), single(parameters, "transport"), parameters.get("sid"));
	}

	private boolean tryAcquire(FullHttpRequest request, ChannelHandlerContext context) {
		return this.handshakeLimit
			.tryAcquire(this.addresses.resolve(request.headers(), context.channel().remoteAddress()));
	}

	/**
	 * The gateway's WebSocket client sends this service's address as the origin if the
	 * original request had none. No page can have this origin, because pages are never
	 * loaded from this host.
	 */
	private static boolean isFromGateway(FullHttpRequest request, String origin) {
		return origin.equals("http://" + request.headers().get(HttpHeaderNames.HOST));
	}

	private @Nullable HandshakeRefusal refusal(HttpMethod method, String transport, @Nullable List<String> sid) {
		if (!transport.equals("polling") && !transport.equals("websocket")) {
			return HandshakeRefusal.TRANSPORT;
		}
		if (sid == null) {
			return method.equals(HttpMethod.GET) ? null : HandshakeRefusal.METHOD;
		}
		if (sid.size() != 1 || !isKnown(sid.getFirst())) {
			return HandshakeRefusal.SESSION;
		}
		var posts = method.equals(HttpMethod.POST) && transport.equals("polling");
		return (method.equals(HttpMethod.GET) || posts) ? null : HandshakeRefusal.METHOD;
	}

	private boolean isKnown(String sid) {
		try {
			return this.socketSessions.find(UUID.fromString(sid)).isPresent();
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static String single(Map<String, List<String>> parameters, String name) {
		var values = parameters.getOrDefault(name, List.of());
		return (values.size() == 1) ? values.getFirst() : "";
	}

	static HttpResponse answer(HandshakeRefusal handshakeRefusal) {
		var body = Unpooled.copiedBuffer(handshakeRefusal.json(), CharsetUtil.UTF_8);
		var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
				HttpResponseStatus.valueOf(handshakeRefusal.status()), body);
		response.headers()
			.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
			.set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
			.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
		return response;
	}

}
