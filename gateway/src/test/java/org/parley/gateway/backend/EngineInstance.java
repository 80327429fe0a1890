package org.parley.gateway.backend;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.util.concurrent.GlobalEventExecutor;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * An instance of Engine.IO on the wire: it opens sessions, knows only its own ones, and
 * returns its name in each.
 */
final class EngineInstance {

	private final Set<String> sessions = ConcurrentHashMap.newKeySet();

	private final Queue<List<String>> clients = new ConcurrentLinkedQueue<>();

	private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

	private final String name;

	private final int port;

	private DisposableServer server;

	EngineInstance(String name) {
		this.name = name;
		this.server = listen(0);
		this.port = this.server.port();
	}

	String uri() {
		return "http://127.0.0.1:" + this.port;
	}

	/** The client headers of each request. */
	List<List<String>> clients() {
		return List.copyOf(this.clients);
	}

	void stop() {
		this.server.disposeNow(Duration.ofSeconds(10));
		this.connections.close().awaitUninterruptibly();
	}

	void start() {
		if (this.server.isDisposed()) {
			this.server = listen(this.port);
		}
	}

	private DisposableServer listen(int port) {
		return HttpServer.create()
			.host("127.0.0.1")
			.port(port)
			.compress(true)
			.doOnConnection((connection) -> this.connections.add(connection.channel()))
			.handle(this::answer)
			.bindNow();
	}

	private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
		this.clients.add(request.requestHeaders().getAll("X-Forwarded-For"));
		var parameters = new QueryStringDecoder(request.uri()).parameters();
		var sids = parameters.getOrDefault("sid", List.of());
		if (!sids.isEmpty() && !this.sessions.contains(sids.getFirst())) {
			return response.status(400).sendString(Mono.just("{\"code\":1,\"message\":\"Session ID unknown\"}"));
		}
		if (request.requestHeaders().contains("Upgrade")) {
			return response.sendWebsocket((in, out) -> out.sendString(Mono.just(this.name)).then(in.receive().then()));
		}
		return response.sendString(Mono.just(sids.isEmpty() ? open() : this.name));
	}

	private String open() {
		var sid = UUID.randomUUID().toString();
		this.sessions.add(sid);
		return "0{\"sid\":\"%s\",\"upgrades\":[\"websocket\"],\"pingInterval\":25000}".formatted(sid);
	}

}
