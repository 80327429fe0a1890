package org.parley.e2e;

import java.util.LinkedHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.client.GatewayRequest;

/** Bodies that cannot be read. */
final class BodyFaults implements Faults {

	private static final int LARGEST_BODY = 256 * 1024;

	private static final byte[] NOT_UTF_8 = { '{', '"', 'a', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}' };

	@Override
	public Stream<Attempt> of(Endpoint endpoint, World world) {
		if (!endpoint.takesBody()) {
			return Stream.empty();
		}
		var deep = "{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";
		var surprise = new LinkedHashMap<>(world.body(endpoint));
		surprise.put("surprise", 1);
		return Stream.of(Attempt.of("no body", call(endpoint, world, null), 400, ""),
				Attempt.of("an empty body", call(endpoint, world, ""), 400, ""),
				malformed("broken JSON", call(endpoint, world, "{\"a\":")),
				malformed("a trailing brace", call(endpoint, world, "{}}")),
				malformed("nested 20,000 deep", call(endpoint, world, deep)),
				malformed("not UTF-8", call(endpoint, world, NOT_UTF_8)),
				Attempt.of("a list", call(endpoint, world, "[]"), 400, ""),
				Attempt.of("a text", call(endpoint, world, "\"a\""), 400, ""),
				Attempt.of("null", call(endpoint, world, "null"), 400, ""),
				Attempt.invalid("an unknown property", call(endpoint, world, surprise), "surprise"),
				Attempt.of("text", call(endpoint, world, "hello").with("Content-Type", "text/plain"), 415,
						"request.media-type"),
				Attempt.of("a media type that is none", call(endpoint, world, "{}").with("Content-Type", "nonsense"),
						415, "request.media-type"),
				Attempt.of("more than 256 KiB", call(endpoint, world, "\"" + "x".repeat(LARGEST_BODY) + "\""), 413,
						"request.too-large"));
	}

	private static Attempt malformed(String name, GatewayRequest gatewayRequest) {
		return Attempt.of(name, gatewayRequest, 400, "request.malformed");
	}

	private static GatewayRequest call(Endpoint endpoint, World world, @Nullable Object body) {
		return world.allowed(endpoint).request(endpoint.method(), world.path(endpoint), body);
	}

}
