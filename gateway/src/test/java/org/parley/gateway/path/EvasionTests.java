package org.parley.gateway.path;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.gateway.ConfiguredGateway;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/** Every configured path in every disguise is refused, or decided like the plain path. */
class EvasionTests {

	/** Paths that the code itself names. */
	private static final List<String> OWN = List.of("/livez", "/readyz", "/health", "/health/live", "/metrics", "/info",
			"/docs", "/docs/openapi.json", "/api/v1/admin/gateway/settings", "/api/v1/users/me/usage",
			"/api/v1/admin/jobs", "/api/v1/admin/dead-letters", "/api/v1/admin/outboxes", PlainPath.SOCKETS);

	static Stream<String> paths() {
		return Stream.concat(ConfiguredGateway.paths().stream(), OWN.stream()).distinct();
	}

	@Test
	void credentialPathsAreInSettings() {
		assertThat(paths())
			.contains("/api/v1/auth/login", "/api/v1/auth/restore-account", "/oauth2/token",
					"/oauth2/device_verification", "/api/v1/threads/1/summary", "/socket.io", "/.well-known")
			.hasSizeGreaterThan(60);
	}

	@ParameterizedTest
	@MethodSource("paths")
	void disguisedPathIsRefusedOrEquivalent(String path) {
		PathSet exactly = PathSet.of(Set.of(path));
		PathSet withAllBelow = PathSet.withAllBelow(Set.of(path));
		assertThat(PlainPath.isPlain(path)).isTrue();
		assertThat(exactly.contains(path)).isTrue();
		assertThat(disguises(path)).allSatisfy((disguise) -> assertThat(
				!PlainPath.isPlain(disguise) || (exactly.contains(disguise) && withAllBelow.contains(disguise)))
			.as(disguise)
			.isTrue());
	}

	/** Services match with the same library, which decodes each segment. */
	@ParameterizedTest
	@MethodSource("paths")
	void servicesReadNoOtherPathAsThisOne(String path) {
		var pattern = PathPatternParser.defaultInstance.parse(path);
		assertThat(disguises(path).filter(PlainPath::isPlain).filter((disguise) -> !disguise.equalsIgnoreCase(path)))
			.noneMatch((disguise) -> pattern.matches(PathContainer.parsePath(disguise)));
	}

	@Test
	void similarPathsAreDifferent() {
		PathSet below = PathSet.withAllBelow(Set.of("/oauth2/token", "/socket.io/"));
		assertThat(below.contains("/oauth2/token/x")).isTrue();
		assertThat(below.contains("/socket.io")).isTrue();
		assertThat(below.contains("/oauth2/tokens")).isFalse();
		assertThat(below.contains("/oauth2")).isFalse();
		assertThat(below.contains("/")).isFalse();
	}

	static Stream<String> disguises(String path) {
		int last = path.lastIndexOf('/', path.length() - 2);
		String parent = path.substring(0, last);
		String name = path.substring(last);
		return Stream
			.of(everyCharacter(path, (c) -> "%%%02X".formatted(c)), everyCharacter(path, (c) -> "%%%02x".formatted(c)),
					everyCharacter(path, (c) -> "%%25%02X".formatted(c)), everyCharacter(path, EvasionTests::overlong),
					everyCharacter(path, (c) -> "%%u%04X".formatted(c)), slashes(path, "//"), slashes(path, "/./"),
					slashes(path, "/x/../"), slashes(path, "/%2e/"), slashes(path, "/%2E%2e/"), slashes(path, "/;x=y/"),
					slashes(path, "%2F"), slashes(path, "%5C"), slashes(path, "\\"), slashes(path, "%C0%AF"),
					slashes(path, "%252F"), slashes(path, "\u2215"),
					Stream.of(path + "/", path + "//", path + "/.", path + "/..;/x", path + ";", path + ";a=b",
							parent + ";v=1" + name, path + "%3B", path + "%2f", path + "%00", path + "%09", path + " ",
							path + "\t", path + "\\", path + "/%2e", path + "/x/..", path + "#x", path + "%0d%0a",
							path.toUpperCase(Locale.ROOT), parent + name.toUpperCase(Locale.ROOT),
							path.substring(0, 1) + path.substring(1, 2).toUpperCase(Locale.ROOT) + path.substring(2),
							"http://127.0.0.1" + path, path.substring(1), "/." + path, "/.." + path))
			.flatMap((some) -> some)
			.filter((disguise) -> !disguise.equals(path));
	}

	private static Stream<String> everyCharacter(String path, IntFunction<String> encoding) {
		return Stream.concat(
				IntStream.range(1, path.length())
					.mapToObj((at) -> path.substring(0, at) + encoding.apply(path.charAt(at)) + path.substring(at + 1)),
				Stream.of(path.chars().mapToObj(encoding).reduce("", String::concat)));
	}

	private static String overlong(int c) {
		byte[] octets = { (byte) (0xC0 | (c >> 6)), (byte) (0x80 | (c & 0x3F)) };
		return "%" + HexFormat.ofDelimiter("%").formatHex(octets);
	}

	private static Stream<String> slashes(String path, String instead) {
		return IntStream.range(0, path.length())
			.filter((at) -> path.charAt(at) == '/')
			.mapToObj((at) -> path.substring(0, at) + instead + path.substring(at + 1));
	}

}
