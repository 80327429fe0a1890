package org.parley.gateway.path;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.http.server.reactive.ServerHttpRequest;

/** The paths of pages: all but those of services, as in the route of the web client. */
public final class PagePath {

	private static final PathSet OTHERS = PathSet.withAllBelow(List.of("/api", "/oauth2", "/scim", "/.well-known",
			"/socket.io", "/internal", "/actuator", "/openapi.json", "/info"));

	private static final Pattern SLASHES = Pattern.compile("/{2,}+");

	private static final Pattern ENCODED = Pattern.compile("%([2-7])([0-9A-Fa-f])");

	private PagePath() {
	}

	/** Whether a request has the path of a page. */
	public static boolean isIn(ServerHttpRequest request) {
		return !OTHERS.contains(request);
	}

	/** Whether a path is that of a page. */
	public static boolean isPage(String path) {
		return !OTHERS.contains(path);
	}

	/**
	 * The plain path that people and programs mean by the path of a page with more
	 * slashes or encodings than it needs; empty if there is none.
	 */
	public static Optional<String> plainFormOf(String path) {
		var decoded = ENCODED.matcher(path).replaceAll((encoded) -> {
			var character = (char) Integer.parseInt(encoded.group(1) + encoded.group(2), 16);
			return PlainPath.isUnreserved(character) ? String.valueOf(character) : encoded.group();
		});
		var slashed = SLASHES.matcher(decoded).replaceAll("/");
		var plain = (slashed.length() > 1 && slashed.endsWith("/")) ? slashed.substring(0, slashed.length() - 1)
				: slashed;
		return Optional.of(plain).filter(PlainPath::isPlain).filter(PagePath::isPage);
	}

}
