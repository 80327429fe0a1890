package org.parley.gateway.backend;

import java.net.URI;

import io.netty.channel.ChannelOption;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

import org.springframework.stereotype.Component;

/** Asks an instance by a new connection whether it lives. Every status is an answer. */
@Component
class InstanceProbe {

	private static final String PATH = "/livez";

	private final HttpClient client;

	InstanceProbe(BackendSettings settings) {
		this.client = HttpClient.newConnection()
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, settings.connectTimeoutMillis())
			.responseTimeout(settings.answerTime());
	}

	Mono<Boolean> answers(URI instance) {
		return this.client.get().uri(instance.resolve(PATH)).response().thenReturn(true).onErrorReturn(false);
	}

}
