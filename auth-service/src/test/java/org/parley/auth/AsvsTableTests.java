package org.parley.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of docs/asvs.md marks exactly those items as tested that have a test.
 */
class AsvsTableTests {

	private static final Pattern TESTED = Pattern.compile("\\| ([0-9., ]+) \\|[^|]*\\| tested.*");

	@Test
	void everyTestedItemHasATest() throws IOException {
		assertThat(said()).hasSizeGreaterThan(50).isEqualTo(tests());
	}

	private static Set<String> said() throws IOException {
		try (var lines = Files.lines(Path.of(System.getProperty("parley.root", ".."), "docs/asvs.md"))) {
			return lines.map(TESTED::matcher)
				.filter((row) -> row.matches())
				.flatMap((row) -> Arrays.stream(row.group(1).split(", ", -1)))
				.collect(Collectors.toCollection(TreeSet::new));
		}
	}

	private static Set<String> tests() {
		return new ClassFileImporter().withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
			.importPackages("org.parley.auth")
			.stream()
			.map(JavaClass::getMethods)
			.flatMap(Set::stream)
			.flatMap((method) -> method.tryGetAnnotationOfType(Asvs.class).stream())
			.flatMap((items) -> Arrays.stream(items.value()))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
