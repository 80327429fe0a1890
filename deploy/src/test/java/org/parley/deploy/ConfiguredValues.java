package org.parley.deploy;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The values that a file of {@code config-repo} gives to settings, by their keys. Lists
 * are joined.
 */
record ConfiguredValues(String file, Map<String, String> values) {

	private static final int LONGEST = 60;

	/** A placeholder without others within. */
	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^${}:]+)(?::([^${}]*))?}");

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)");

	/** Reads a file; one that does not exist has no values. */
	static ConfiguredValues of(String name) {
		var file = "config-repo/" + name + ".yml";
		var values = new LinkedHashMap<String, String>();
		if (Files.exists(RepositoryFiles.ROOT.resolve(file))) {
			flatten("", RepositoryFiles.yaml(file), values);
		}
		return new ConfiguredValues(file, values);
	}

	private static void flatten(String prefix, JsonNode node, Map<String, String> values) {
		if (node.isObject()) {
			node.properties()
				.forEach((entry) -> flatten(prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey(),
						entry.getValue(), values));
		}
		else if (node.isArray()) {
			values.put(prefix, node.valueStream().map(JsonNode::asText).collect(Collectors.joining(", ")));
		}
		else {
			values.put(prefix, node.asText());
		}
	}

	/**
	 * Describes the value of a key, with the environment variables that replace it.
	 */
	Optional<String> describe(String key) {
		return Optional.ofNullable(this.values.get(key)).map((value) -> {
			var plain = resolve(value);
			var shown = plain.isEmpty() ? "none"
					: (plain.length() > LONGEST) ? "see `" + this.file + "`" : "`" + plain + "`";
			var variables = RepositoryFiles.find(VARIABLE, value).map((name) -> "`" + name.group(1) + "`").toList();
			return variables.isEmpty() ? shown : shown + " (" + String.join(", ", variables) + ")";
		});
	}

	/** Replaces each placeholder by its default, or by its name. */
	private static String resolve(String value) {
		var plain = PLACEHOLDER.matcher(value)
			.replaceAll((match) -> Matcher
				.quoteReplacement((match.group(2) != null) ? match.group(2) : "<" + match.group(1) + ">"));
		return plain.equals(value) ? plain : resolve(plain);
	}

}
