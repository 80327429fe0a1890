package org.parley.webhook.provider;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/** What somebody sends, as it came: a signature is over bytes. */
public final class InboundRequest {

	private final HttpHeaders headers;

	private final byte[] body;

	public InboundRequest(HttpHeaders headers, byte[] body) {
		this.headers = headers;
		this.body = body.clone();
	}

	/** A header that is there once; null otherwise. */
	@Nullable String header(String name) {
		var values = this.headers.getOrEmpty(name);
		return (values.size() == 1) ? values.getFirst() : null;
	}

	/** What the body is said to be. */
	public @Nullable String contentType() {
		return this.headers.getFirst(HttpHeaders.CONTENT_TYPE);
	}

	public byte[] body() {
		return this.body.clone();
	}

}
