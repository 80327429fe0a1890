package org.parley.deploy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.deploy.SettingsRecord.Setting;

/**
 * The page of all settings: their keys, types and meanings from the code, and the
 * defaults of the code and of {@code config-repo}.
 */
final class SettingsReference {

	private static final List<String> PROFILES = List.of("development", "production");

	private final Map<String, List<SettingsRecord>> records = new LinkedHashMap<>();

	SettingsReference() {
		var modules = RepositoryFiles.modules();
		var code = new SettingsInCode(RepositoryFiles.ROOT, modules);
		modules.stream()
			.sorted(Comparator.<String, Boolean>comparing(RepositoryFiles.deployedModules()::contains)
				.thenComparing(RepositoryFiles::name))
			.filter((module) -> !code.of(module).isEmpty())
			.forEach((module) -> this.records.put(module, code.of(module)));
	}

	Stream<Setting> settings() {
		return this.records.values().stream().flatMap(List::stream).flatMap((each) -> each.settings().stream());
	}

	String text() {
		var lines = new ArrayList<>(List.of("# Settings", "",
				"Generated from the code and from `config-repo/` by `SettingsReferenceTests`; do not edit this page."
						+ " [configuration.md](configuration.md) says where values come from, and explains the"
						+ " environment variables, which are in parentheses here. Settings with ↻ may change"
						+ " [without a restart](operations/settings.md)."));
		this.records.forEach((module, ofModule) -> {
			lines.addAll(List.of("", "## " + RepositoryFiles.name(module), ""));
			ofModule.forEach((each) -> lines
				.add("- `%s`%s: %s".formatted(each.prefix(), each.refreshed() ? " ↻" : "", each.meaning())));
			lines.addAll(List.of("", "| key | type | default | meaning |", "| --- | --- | --- | --- |"));
			ofModule.forEach((each) -> each.settings().forEach((setting) -> lines.add(row(module, setting))));
		});
		return String.join("\n", lines) + "\n";
	}

	private static String row(String module, Setting setting) {
		return "| `%s` | `%s` | %s | %s |".formatted(setting.key(), setting.type().replace("|", "\\|"),
				value(module, setting), setting.meaning().replace("|", "\\|"));
	}

	/** The default, and where it differs. */
	private static String value(String module, Setting setting) {
		if (setting.type().startsWith("Map<")) {
			return "see `config-repo`";
		}
		var application = RepositoryFiles.deployedModules().contains(module) ? RepositoryFiles.name(module)
				: "application";
		var base = ConfiguredValues.of(application)
			.describe(setting.key())
			.or(() -> setting.value().map(SettingsReference::code))
			.orElse(setting.required() ? "required" : "none");
		return Stream.concat(Stream.of(base), others(application, setting.key())).collect(Collectors.joining("; "));
	}

	private static Stream<String> others(String application, String key) {
		var profiles = PROFILES.stream()
			.flatMap((profile) -> ConfiguredValues.of(application + "-" + profile)
				.describe(key)
				.map((value) -> value + " in " + profile)
				.stream());
		if (!application.equals("application")) {
			return profiles;
		}
		var services = new LinkedHashMap<String, List<String>>();
		for (var service : RepositoryFiles.applications().stream().sorted().toList()) {
			ConfiguredValues.of(service)
				.describe(key)
				.ifPresent((value) -> services.computeIfAbsent(value, (_) -> new ArrayList<>()).add(service));
		}
		return Stream.concat(profiles,
				services.entrySet()
					.stream()
					.map((entry) -> entry.getKey() + " in " + String.join(", ", entry.getValue())));
	}

	private static String code(String value) {
		return value.isEmpty() ? "none" : "`" + value + "`";
	}

}
