package org.parley.auth;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.parley.auth.oauth.AsvsProviderIT;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of docs/asvs.md marks exactly those items as tested that have a test.
 */
class AsvsTableTests {

	private static final Pattern TESTED = Pattern.compile("\\| ([0-9., ]+) \\|[^|]*\\| tested.*");

	private static final Pattern NAME = Pattern.compile("v(\\d+_\\d+_\\d+)_.*");

	@Test
	void everyTestedItemHasATest() throws IOException {
		assertThat(said()).hasSizeGreaterThan(50).isEqualTo(tests());
	}

	private static Set<String> said() throws IOException {
		try (var lines = Files.lines(Path.of(System.getProperty("parley.root", ".."), "docs/asvs.md"))) {
			return lines.map(TESTED::matcher)
				.filter((row) -> row.matches())
				.flatMap((row) -> Arrays.stream(row.group(1).split(", ", -1)))
				.collect(Collectors.toSet());
		}
	}

	private static Set<String> tests() {
		return Stream
			.of(AsvsAuthenticationIT.class, AsvsSessionsIT.class, AsvsAuthorizationIT.class, AsvsTokensIT.class,
					AsvsProviderIT.class)
			.flatMap((tests) -> Arrays.stream(tests.getDeclaredMethods()))
			.map(Method::getName)
			.map(NAME::matcher)
			.filter((name) -> name.matches())
			.map((name) -> name.group(1).replace('_', '.'))
			.collect(Collectors.toSet());
	}

}
