package org.parley.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** Reads the files of this repository for tests. */
final class RepositoryFiles {

	static final JsonMapper JSON = JsonMapper.builder().build();

	static final Path ROOT = Path.of("..");

	private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

	private RepositoryFiles() {
	}

	static List<String> modules() {
		return find(MODULE, text("pom.xml")).map((module) -> module.group(1)).toList();
	}

	/**
	 * Returns the deployed modules: those with their own settings, except tools and
	 * examples, and the process around others.
	 */
	static List<String> deployedModules() {
		return modules().stream()
			.filter((module) -> Files.exists(ROOT.resolve(module).resolve("src/main/resources/application.yml")))
			.filter((module) -> !module.matches("(?:dev|docs|verify)/.*|platform/host"))
			.toList();
	}

	/** Returns the names of the deployed modules. */
	static List<String> applications() {
		return deployedModules().stream().map(RepositoryFiles::name).toList();
	}

	/** Returns the name of a module without its folder. */
	static String name(String module) {
		return module.substring(module.lastIndexOf('/') + 1);
	}

	static String text(String file) {
		return text(ROOT, file);
	}

	static String text(Path root, String file) {
		try {
			return Files.readString(root.resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Returns the texts of a module's main code. */
	static Stream<String> sources(Path module) {
		return sourceFiles(module).stream().map((file) -> text(module, module.relativize(file).toString()));
	}

	static List<Path> sourceFiles(Path module) {
		var folder = module.resolve("src/main/java");
		if (!Files.exists(folder)) {
			return List.of();
		}
		try (var files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static void write(String file, String text) {
		try {
			Files.writeString(ROOT.resolve(file), text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Reads YAML with anchors and merges resolved, as Compose does. */
	static JsonNode yaml(String file) {
		return yaml(ROOT, file);
	}

	/** Reads YAML of another tree than this repository. */
	static JsonNode yaml(Path root, String file) {
		var options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		// Each service of Compose has three or four.
		options.setMaxAliasesForCollections(500);
		return JSON.valueToTree(new Yaml(options).load(text(root, file)));
	}

	static JsonNode json(String file) {
		try {
			return JSON.readTree(text(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Stream<MatchResult> find(Pattern pattern, String text) {
		return pattern.matcher(text).results();
	}

}
