package org.parley.gateway.docs;

import java.util.function.Supplier;

import org.parley.gateway.compression.GzipCoding;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/** A large content, which is compressed once and not for each request. */
final class CompressedContent {

	private final byte[] plain;

	private final Supplier<byte[]> compressed;

	CompressedContent(byte[] plain) {
		this.plain = plain;
		this.compressed = SingletonSupplier.of(() -> GzipCoding.compress(plain));
	}

	/** Completes a response with what the client accepts. */
	Mono<ServerResponse> answer(ServerRequest request, ServerResponse.BodyBuilder response) {
		response.varyBy(HttpHeaders.ACCEPT_ENCODING);
		if (!GzipCoding.isAccepted(request.headers().asHttpHeaders())) {
			return response.bodyValue(this.plain);
		}
		return response.header(HttpHeaders.CONTENT_ENCODING, "gzip").bodyValue(this.compressed.get());
	}

}
