package org.parley.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.parley.platform.test.endpoint.Endpoint;

import static org.assertj.core.api.Assertions.assertThat;

/** Writes the scope of each endpoint for readers, to target/scopes.md. */
class ScopesDocumentTests {

	private static final List<String> SCOPES = List.of("threads:read", "threads:write", "chat:read", "chat:write",
			"social:read", "social:write", "media:write", "notifications", "webhooks", "profile", "moderation", "admin",
			"-", "");

	@Test
	void documentListsEveryEndpointOnce() throws IOException {
		var file = Path.of("target", "scopes.md");
		Files.writeString(file,
				SCOPES.stream().map(ScopesDocumentTests::section).collect(Collectors.joining("", "# Scopes\n", "")));
		assertThat(Files.readAllLines(file).stream().filter((line) -> line.startsWith("| `")))
			.containsExactlyInAnyOrderElementsOf(
					Endpoint.all().stream().map(ScopesDocumentTests::line).map(String::strip).distinct().toList());
	}

	private static String section(String scope) {
		return "\n## %s\n\n| endpoint | who |\n| --- | --- |\n%s".formatted(title(scope), lines(scope));
	}

	private static String title(String scope) {
		return switch (scope) {
			case "-" -> "First-party tokens only";
			case "" -> "No scope";
			default -> "`" + scope + "`";
		};
	}

	private static String lines(String scope) {
		return Endpoint.all()
			.stream()
			.filter((endpoint) -> endpoint.scope().equals(scope))
			.map(ScopesDocumentTests::line)
			.distinct()
			.collect(Collectors.joining());
	}

	private static String line(Endpoint endpoint) {
		var path = endpoint.toString().replaceFirst("/admin/[a-z]+-service/", "/admin/{service}/");
		return "| `%s` | %s |\n".formatted(path, endpoint.who().name().toLowerCase(Locale.ROOT));
	}

}
