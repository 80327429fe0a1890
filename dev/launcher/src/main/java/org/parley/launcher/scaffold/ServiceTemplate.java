package org.parley.launcher.scaffold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.process.LauncherException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The template of a service, in {@code dev/templates/service} of a checkout: files with
 * placeholders, and what is inserted into other files.
 */
public final class ServiceTemplate {

	private static final String INSERTIONS = "insertions.yml";

	private static final int FIRST_PORT = 8092;

	private final Path root;

	private final Path template;

	public ServiceTemplate(Path root) {
		this.root = root;
		this.template = root.resolve("dev/templates/service");
	}

	/**
	 * Adds a service to the checkout. Everything is prepared before the first file is
	 * written, so a refusal changes nothing.
	 * @throws LauncherException if the name is taken, or a file lacks the place of an
	 * insertion
	 */
	public void generate(ServiceName name) {
		if (new ReservedNames(this.root).contains(name.name())) {
			throw new LauncherException("'%s' is taken. Choose another name.".formatted(name.name()));
		}
		try {
			var port = findPort();
			var files = new LinkedHashMap<Path, String>(insertions(name, port));
			files.putAll(newFiles(name, port));
			for (var file : files.entrySet()) {
				Files.createDirectories(file.getKey().getParent());
				Files.writeString(file.getKey(), file.getValue());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The first port that no settings mention. */
	private int findPort() throws IOException {
		try (var files = Files.newDirectoryStream(this.root.resolve("config-repo"), "*.yml")) {
			var settings = new StringBuilder();
			for (var file : files) {
				settings.append(Files.readString(file));
			}
			return IntStream.iterate(FIRST_PORT, (port) -> port + 1)
				.filter((port) -> settings.indexOf(":" + port) < 0)
				.findFirst()
				.orElseThrow();
		}
	}

	private Map<Path, String> newFiles(ServiceName name, int port) throws IOException {
		try (var files = Files.walk(this.template)) {
			return files.filter((file) -> Files.isRegularFile(file) && !file.endsWith(INSERTIONS))
				.collect(Collectors.toMap(
						(file) -> this.root.resolve(name.fill(this.template.relativize(file).toString(), port)),
						(file) -> name.fill(read(file), port)));
		}
	}

	private Map<Path, String> insertions(ServiceName name, int port) {
		var contents = new LinkedHashMap<Path, String>();
		for (var insertion : readInsertions()) {
			contents.compute(this.root.resolve(insertion.file()), (file, content) -> insertion
				.into((content != null) ? content : read(file), name.fill(insertion.text(), port)));
		}
		return contents;
	}

	List<Insertion> readInsertions() {
		var yaml = new Yaml(new SafeConstructor(new LoaderOptions()))
			.<Object>load(read(this.template.resolve(INSERTIONS)));
		return JsonMapper.builder()
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.build()
			.convertValue(yaml, new TypeReference<>() {
			});
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A text that a new service adds to a file.
	 *
	 * @param file the file, relative to the checkout
	 * @param before a regular expression; the text is inserted before its only match
	 * @param after a regular expression; the text is inserted after its only match
	 */
	record Insertion(String file, @Nullable String before, @Nullable String after, String text) {

		/**
		 * Returns the content with the inserted text.
		 * @throws LauncherException if the place does not exist, or not only once
		 */
		String into(String content, String inserted) {
			var place = (this.before != null) ? start(content, this.before) : end(content, String.valueOf(this.after));
			return content.substring(0, place) + inserted + content.substring(place);
		}

		private int start(String content, String pattern) {
			return only(content, pattern).start();
		}

		private int end(String content, String pattern) {
			return only(content, pattern).end();
		}

		private MatchResult only(String content, String pattern) {
			var matches = Pattern.compile(pattern).matcher(content).results().toList();
			if (matches.size() != 1) {
				throw new LauncherException(
						"%s has %d places that match '%s'; dev/templates/service/insertions.yml needs one."
							.formatted(this.file, matches.size(), pattern));
			}
			return matches.getFirst();
		}

	}

}
