package org.parley.gateway.backend;

import java.time.Duration;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

/** An instance that can be held still: it accepts requests and answers none of them. */
final class HeldInstance {

	private volatile boolean held;

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.handle((_, response) -> answer(response))
		.bindNow();

	String uri() {
		return "http://127.0.0.1:" + this.server.port();
	}

	void hold() {
		this.held = true;
	}

	void release() {
		this.held = false;
	}

	void stop() {
		this.server.disposeNow(Duration.ofSeconds(10));
	}

	private Publisher<Void> answer(HttpServerResponse response) {
		return this.held ? Mono.never() : response.sendString(Mono.just("{}"));
	}

}
