package org.parley.launcher.client;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A request to the gateway. */
public final class GatewayRequest {

	private final String method;

	private final String path;

	private final Map<String, String> headers;

	private final byte @Nullable [] body;

	/**
	 * Creates a request for a path with query, with an optional body.
	 */
	public GatewayRequest(String method, String path, Map<String, String> headers, byte @Nullable [] body) {
		this.method = method;
		this.path = path;
		this.headers = Map.copyOf(headers);
		this.body = body;
	}

	/** Returns this request with a header added or replaced. */
	public GatewayRequest with(String name, String value) {
		var more = new LinkedHashMap<>(this.headers);
		more.put(name, value);
		return new GatewayRequest(this.method, this.path, more, this.body);
	}

	public String method() {
		return this.method;
	}

	public String path() {
		return this.path;
	}

	public Map<String, String> headers() {
		return this.headers;
	}

	public byte @Nullable [] body() {
		return this.body;
	}

}
