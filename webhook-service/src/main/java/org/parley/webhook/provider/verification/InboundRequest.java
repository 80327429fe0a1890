package org.parley.webhook.provider.verification;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/** A received request with the exact bytes of its body. */
public final class InboundRequest {

	private final HttpHeaders headers;

	private final byte[] body;

	public InboundRequest(HttpHeaders headers, byte[] body) {
		this.headers = headers;
		this.body = body;
	}

	/** A header that occurs exactly once, or null. */
	public @Nullable String header(String name) {
		var values = this.headers.getOrEmpty(name);
		return (values.size() == 1) ? values.getFirst() : null;
	}

	public @Nullable String contentType() {
		return this.headers.getFirst(HttpHeaders.CONTENT_TYPE);
	}

	/** The bytes themselves, since a copy of 25 MB would cost too much memory. */
	public byte[] body() {
		return this.body;
	}

}
