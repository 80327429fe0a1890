package org.parley.e2e;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.client.GatewayRequest;
import org.parley.platform.test.endpoint.Endpoint;

/** Malformed and oversized bodies. */
final class BodyFaults implements Faults {

	private static final int LARGEST_BODY = 256 * 1024;

	private static final byte[] NOT_UTF_8 = { '{', '"', 'a', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}' };

	@Override
	public Stream<Attempt> of(Endpoint endpoint, TestData testData) {
		if (!endpoint.takesBody()) {
			return Stream.empty();
		}
		return Stream.concat(endpoint.dealOwn(types(endpoint, testData)).map(Supplier::get),
				endpoint.deal(syntax(endpoint, testData), Endpoint::takesBody));
	}

	/** The types that an endpoint declares. */
	private static List<Supplier<Attempt>> types(Endpoint endpoint, TestData testData) {
		var surprise = new LinkedHashMap<>(testData.body(endpoint));
		surprise.put("surprise", 1);
		return List.of(() -> Attempt.of("no body", call(endpoint, testData, null), 400, ""),
				() -> Attempt.of("an empty body", call(endpoint, testData, ""), 400, ""),
				() -> Attempt.of("a list", call(endpoint, testData, "[]"), 400, ""),
				() -> Attempt.of("a text", call(endpoint, testData, "\"a\""), 400, ""),
				() -> Attempt.of("null", call(endpoint, testData, "null"), 400, ""),
				() -> Attempt.invalid("an unknown property", call(endpoint, testData, surprise), "surprise"));
	}

	/**
	 * The gateway, and the same converter for all endpoints of a service, refuse them.
	 */
	private static List<Attempt> syntax(Endpoint endpoint, TestData testData) {
		var deep = "{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";
		return List.of(malformed("broken JSON", call(endpoint, testData, "{\"a\":")),
				malformed("a trailing brace", call(endpoint, testData, "{}}")),
				malformed("nested 20,000 deep", call(endpoint, testData, deep)),
				malformed("not UTF-8", call(endpoint, testData, NOT_UTF_8)),
				Attempt.of("text", call(endpoint, testData, "hello").with("Content-Type", "text/plain"), 415,
						"request.media-type"),
				Attempt.of("a malformed media type", call(endpoint, testData, "{}").with("Content-Type", "nonsense"),
						415, "request.media-type"),
				Attempt.of("any media type", call(endpoint, testData, "{}").with("Content-Type", "*/*"), 415,
						"request.media-type"),
				Attempt.of("any JSON", call(endpoint, testData, "{}").with("Content-Type", "application/*+json"), 415,
						"request.media-type"),
				Attempt.of("more than 256 KiB", call(endpoint, testData, "\"" + "x".repeat(LARGEST_BODY) + "\""), 413,
						"request.too-large"));
	}

	private static Attempt malformed(String name, GatewayRequest gatewayRequest) {
		return Attempt.of(name, gatewayRequest, 400, "request.malformed");
	}

	private static GatewayRequest call(Endpoint endpoint, TestData testData, @Nullable Object body) {
		return testData.allowed(endpoint).request(endpoint.method(), testData.path(endpoint), body);
	}

}
