package org.parley.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The environment of each container in {@code docker-compose.yml}, with new secrets from
 * {@code deploy/make-env.sh}.
 */
final class ComposeEnvironment {

	private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([-?])([^}]*))?}");

	private static final int MAX_ALIASES = 500;

	private final Map<String, String> variables;

	private final Map<?, ?> services;

	private ComposeEnvironment(Map<String, String> variables, Map<?, ?> services) {
		this.variables = variables;
		this.services = services;
	}

	/**
	 * Reads the file of this checkout.
	 * @param more additional variables of {@code .env}
	 */
	static ComposeEnvironment load(Path root, Map<String, String> more) {
		return load(root, "docker-compose.yml", more);
	}

	/** Reads another file of Compose. */
	static ComposeEnvironment load(Path root, String file, Map<String, String> more) {
		try {
			var variables = generateVariables(root);
			variables.putAll(more);
			var options = new LoaderOptions();
			options.setMaxAliasesForCollections(MAX_ALIASES);
			Map<?, ?> compose = new Yaml(options).load(Files.readString(root.resolve(file)));
			return new ComposeEnvironment(variables, map(compose, "services"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, String> generateVariables(Path root) throws IOException {
		var script = new ProcessBuilder("bash", root.resolve("deploy/make-env.sh").toString(),
				"https://forum.example.org")
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		var variables = new HashMap<String, String>();
		new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
			.map((line) -> List.of(line.split("=", 2)))
			.forEach((line) -> variables.put(line.get(0), line.get(1)));
		return variables;
	}

	/** Returns a value of {@code .env}. */
	String variable(String name) {
		return Objects.requireNonNull(this.variables.get(name), name);
	}

	/** Returns the environment of a container. */
	Map<String, String> of(String service) {
		var environment = new HashMap<String, String>();
		map(map(this.services, service), "environment")
			.forEach((name, value) -> environment.put(String.valueOf(name), resolve(String.valueOf(value))));
		return environment;
	}

	private String resolve(String value) {
		return REFERENCE.matcher(value)
			.replaceAll((reference) -> Matcher
				.quoteReplacement(value(reference.group(1), Objects.requireNonNullElse(reference.group(2), ""),
						Objects.requireNonNullElse(reference.group(3), ""))));
	}

	private String value(String name, String mark, String fallback) {
		var known = this.variables.getOrDefault(name, "");
		if (known.isEmpty() && mark.equals("?")) {
			throw new IllegalStateException(name + ": " + fallback);
		}
		return known.isEmpty() ? fallback : known;
	}

	private static Map<?, ?> map(Map<?, ?> parent, String name) {
		return (Map<?, ?>) Objects.requireNonNull(parent.get(name), name);
	}

}
