package org.parley.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The Kubernetes objects that Helm renders from the chart.
 *
 * @param objects the objects
 */
record HelmChart(List<JsonNode> objects) {

	/** A copy without symbolic links, each of which Helm reports with each use. */
	static final Path DIRECTORY = copy();

	static final String RELEASE = "parley";

	/**
	 * Renders the chart with additional values.
	 * @param yaml the values, which override those of the chart
	 */
	static HelmChart render(String yaml) {
		return renderRelease(RELEASE, DIRECTORY, yaml);
	}

	/** Renders the chart with the values in one of its files. */
	static HelmChart renderFile(String file) {
		return new HelmChart(parse(new Helm(DIRECTORY).template()
			.withName(RELEASE)
			.withNamespace("forum")
			.withValuesFile(DIRECTORY.resolve(file))
			.call()));
	}

	static HelmChart renderRelease(String release, Path directory, String yaml) {
		try {
			var values = Files.writeString(Files.createTempFile("values", ".yaml"), yaml);
			try {
				return new HelmChart(parse(new Helm(directory).template()
					.withName(release)
					.withNamespace("forum")
					.withValuesFile(values)
					.call()));
			}
			finally {
				Files.delete(values);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path copy() {
		try {
			var target = Files.createDirectories(Path.of("target"));
			return copyTo(Files.createTempDirectory(target, "chart").resolve("parley"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Copies the chart and the files that its symbolic links name. */
	static Path copyTo(Path target) {
		var chart = RepositoryFiles.ROOT.resolve("charts/parley");
		try (var files = Files.walk(chart, FileVisitOption.FOLLOW_LINKS)) {
			for (var file : files.toList()) {
				var copy = target.resolve(chart.relativize(file).toString());
				Files.createDirectories(copy.getParent());
				if (Files.isRegularFile(file)) {
					Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
				}
			}
			return target;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<JsonNode> parse(String text) {
		var options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		options.setCodePointLimit(10_000_000);
		return StreamSupport.stream(new Yaml(options).loadAll(text).spliterator(), false)
			.filter(Objects::nonNull)
			.<JsonNode>map(RepositoryFiles.JSON::valueToTree)
			.toList();
	}

	Stream<JsonNode> all(String... kinds) {
		return this.objects.stream().filter((object) -> List.of(kinds).contains(object.path("kind").asText()));
	}

	Optional<JsonNode> find(String kind, String name) {
		return all(kind).filter((object) -> name(object).equals(name)).findFirst();
	}

	JsonNode get(String kind, String name) {
		return find(kind, name).orElseThrow(() -> new AssertionError("no " + kind + " " + name));
	}

	/** Returns the workloads of applications. */
	Stream<JsonNode> processes() {
		return all("Deployment", "StatefulSet")
			.filter((object) -> object.at("/spec/selector/matchLabels").has("app.kubernetes.io/component"));
	}

	static String name(JsonNode object) {
		return object.at("/metadata/name").asText();
	}

}
