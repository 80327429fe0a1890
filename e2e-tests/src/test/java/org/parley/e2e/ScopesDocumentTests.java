package org.parley.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * docs/scopes.md tells what the table says. Run with
 * {@code -Dparley.contracts.update=true} after the table has changed.
 */
class ScopesDocumentTests {

	private static final String MARK = "<!-- Below is what endpoints.txt says; ScopesDocumentTests writes it. -->\n";

	private static final List<String> SCOPES = List.of("threads:read", "threads:write", "notifications", "profile",
			"moderation", "admin", "-", "");

	private final Path file = Path.of(System.getProperty("parley.root", ".."), "docs/scopes.md");

	@Test
	void theDocumentSaysWhatTheTableSays() throws IOException {
		var text = Files.readString(this.file);
		var words = text.substring(0, text.indexOf(MARK) + MARK.length());
		var told = words + SCOPES.stream().map(ScopesDocumentTests::section).collect(Collectors.joining());
		if (Boolean.getBoolean("parley.contracts.update")) {
			Files.writeString(this.file, told);
			return;
		}
		assertThat(text).as("repeat with -Dparley.contracts.update=true").isEqualTo(told);
	}

	@Test
	void everyScopeOfTheTableIsTold() {
		assertThat(Endpoint.all()).extracting(Endpoint::scope).isSubsetOf(SCOPES);
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
