package org.parley.deploy;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/settings-reference.md} has all settings with their defaults. */
class SettingsReferenceTests {

	private static final String PAGE = "docs/settings-reference.md";

	/** A single value in the code, and a property that decides whether a bean exists. */
	private static final Pattern SINGLE = Pattern
		.compile("\"\\$\\{(parley\\.[a-z.-]+)|Property\\(name = \"(parley\\.[a-z.-]+)");

	private final SettingsReference reference = new SettingsReference();

	@Test
	void pageMatchesCode() {
		if (Boolean.getBoolean("parley.contracts.update")) {
			RepositoryFiles.write(PAGE, this.reference.text());
		}
		assertThat(RepositoryFiles.text(PAGE)).as("repeat with -Dparley.contracts.update=true")
			.isEqualTo(this.reference.text());
	}

	@Test
	void everySettingHasMeaning() {
		assertThat(this.reference.settings()).hasSizeGreaterThan(150)
			.allSatisfy((setting) -> assertThat(setting.meaning()).as(setting.key()).isNotEmpty());
	}

	/** A misspelled key would have no effect. */
	@Test
	void everyConfiguredKeyExists() {
		var settings = this.reference.settings().toList();
		assertThat(configuredKeys().filter((key) -> settings.stream().noneMatch((setting) -> setting.accepts(key)))
			.toList()).isNotEmpty().isSubsetOf(singleValues());
	}

	@Test
	void singleValuesAreExplained() {
		var settings = this.reference.settings().toList();
		var explained = RepositoryFiles.text("docs/configuration.md");
		assertThat(singleValues().stream()
			.filter((key) -> settings.stream().noneMatch((setting) -> setting.accepts(key)))
			.toList()).isNotEmpty().allSatisfy((key) -> assertThat(explained).contains("`" + key + "`"));
	}

	private static Stream<String> configuredKeys() {
		var own = Stream.concat(Stream.of("application"), RepositoryFiles.applications().stream());
		return own.flatMap((name) -> Stream.of("", "-development", "-production").map((profile) -> name + profile))
			.flatMap((file) -> ConfiguredValues.of(file).values().keySet().stream())
			.filter((key) -> key.startsWith("parley."));
	}

	private static Set<String> singleValues() {
		return RepositoryFiles.modules()
			.stream()
			.filter((module) -> module.startsWith("platform/") || RepositoryFiles.deployedModules().contains(module))
			.flatMap((module) -> RepositoryFiles.sources(RepositoryFiles.ROOT.resolve(module)))
			.flatMap((source) -> RepositoryFiles.find(SINGLE, source))
			.map((match) -> Objects.requireNonNullElse(match.group(1), match.group(2)))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
