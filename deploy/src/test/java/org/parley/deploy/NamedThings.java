package org.parley.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What exists in this repository and can be named in a document. */
final class NamedThings {

	private static final Set<String> SKIPPED = Set.of(".git", "target", "node_modules", "build", ".svelte-kit",
			".parley");

	private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}|<[^>]*>|…|\\*");

	private static final Pattern ENVIRONMENT = Pattern.compile("\\bPARLEY_[A-Z0-9_]+");

	private static final Set<String> WITH_ENVIRONMENT = Set.of("java", "yml", "yaml", "sh", "ts", "js", "mjs", "env",
			"tpl", "xml", "json");

	/** The paths of files and folders, from the root. */
	private final Set<String> paths = new HashSet<>();

	/** The names of files without their folders. */
	private final Set<String> files = new HashSet<>();

	private final Set<String> environment = new HashSet<>();

	private final Set<String> endpoints;

	private final List<String> settings;

	NamedThings() {
		try {
			Files.walkFileTree(RepositoryFiles.ROOT, new Reader());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.endpoints = this.files.stream()
			.filter((file) -> file.endsWith("-service.json"))
			.map((file) -> "contracts/src/main/resources/openapi/" + file)
			.filter(this.paths::contains)
			.flatMap((file) -> RepositoryFiles.json(file).path("paths").propertyStream())
			.map((path) -> plain(path.getKey()))
			.collect(Collectors.toUnmodifiableSet());
		var known = RepositoryFiles.text("docs/settings-reference.md") + RepositoryFiles.text("docs/configuration.md");
		this.settings = RepositoryFiles.find(Pattern.compile("`(parley\\.[\\w.<>-]+)`"), known)
			.map((match) -> match.group(1))
			.distinct()
			.toList();
	}

	boolean hasPath(String path) {
		return this.paths.contains(path);
	}

	boolean hasFile(String name) {
		return this.files.contains(name);
	}

	/**
	 * Whether a folder of sources has this package, given from the root or from a base.
	 */
	boolean hasPackage(String base, String name) {
		return this.paths.contains(base + "/" + name.replace('.', '/'));
	}

	boolean hasPackage(String name) {
		var folder = "/java/" + name.replace('.', '/');
		return this.paths.stream().anyMatch((path) -> path.endsWith(folder));
	}

	/** Whether a service has an endpoint, or the path is the beginning of some. */
	boolean hasEndpoint(String path) {
		var plain = plain(path);
		return this.endpoints.contains(plain)
				|| this.endpoints.stream().anyMatch((known) -> known.startsWith(plain + "/"));
	}

	/** Whether a setting or a group of settings exists. */
	boolean hasSetting(String key) {
		return this.settings.stream()
			.anyMatch((known) -> known.equals(key) || known.startsWith(key + ".")
					|| key.matches(known.replace(".", "\\.").replaceAll("<[^>]*>", "[^.]+") + "(\\..+)?"));
	}

	boolean hasVariable(String name) {
		return this.environment.contains(name);
	}

	/** The documents, without decisions, which tell of their time. */
	Set<String> documents() {
		return this.paths.stream()
			.filter((path) -> path.endsWith(".md"))
			.filter((path) -> !path.startsWith("dev/templates/") && !path.startsWith("docs/adr/")
					&& !path.equals("CHANGELOG.md"))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	Set<String> decisions() {
		return this.paths.stream()
			.filter((path) -> path.startsWith("docs/adr/") && path.endsWith(".md"))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String plain(String path) {
		return VARIABLE.matcher(path).replaceAll("{}");
	}

	/** Notes what it visits. */
	private final class Reader extends SimpleFileVisitor<Path> {

		@Override
		public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
			NamedThings.this.paths.add(RepositoryFiles.ROOT.relativize(folder).toString());
			return SKIPPED.contains(folder.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE
					: FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
			var name = file.getFileName().toString();
			var path = RepositoryFiles.ROOT.relativize(file).toString();
			NamedThings.this.paths.add(path);
			NamedThings.this.files.add(name);
			if (attributes.isRegularFile() && !path.startsWith("deploy/src/test")
					&& (!name.contains(".") || WITH_ENVIRONMENT.contains(name.substring(name.lastIndexOf('.') + 1)))) {
				variables(Files.readString(file, StandardCharsets.ISO_8859_1))
					.forEach(NamedThings.this.environment::add);
			}
			return FileVisitResult.CONTINUE;
		}

		private static Stream<String> variables(String text) {
			return RepositoryFiles.find(ENVIRONMENT, text).map((match) -> match.group());
		}

	}

}
