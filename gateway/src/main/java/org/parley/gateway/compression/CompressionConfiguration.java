package org.parley.gateway.compression;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Compresses responses that no service has compressed. The request is checked first, so
 * that clients without support cost nothing.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CompressionSettings.class)
class CompressionConfiguration {

	@Bean
	NettyServerCustomizer compression(CompressionSettings settings) {
		return (server) -> server.compress((request, response) -> isWanted(request) && isWorthIt(response, settings));
	}

	private static boolean isWanted(HttpServerRequest request) {
		return request.requestHeaders().contains(HttpHeaderNames.ACCEPT_ENCODING);
	}

	private static boolean isWorthIt(HttpServerResponse response, CompressionSettings settings) {
		HttpHeaders headers = response.responseHeaders();
		String type = headers.get(HttpHeaderNames.CONTENT_TYPE);
		return type != null && settings.includes(type) && !headers.contains(HttpHeaderNames.CONTENT_ENCODING)
				&& headers.getInt(HttpHeaderNames.CONTENT_LENGTH, Integer.MAX_VALUE) >= settings.smallest().toBytes();
	}

}
