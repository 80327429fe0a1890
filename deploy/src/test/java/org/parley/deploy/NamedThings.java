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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** What exists in this repository and can be named in a document. */
final class NamedThings {

	private static final Set<String> SKIPPED = Set.of(".git", "target", "node_modules", "build", ".svelte-kit",
			".parley");

	private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}|<[^>]*>|…|\\*");

	private static final Pattern ENVIRONMENT = Pattern.compile("\\bPARLEY_[A-Z0-9_]+");

	private static final Pattern LITERAL = Pattern.compile("\"(/[a-z][\\w/{}.-]*)\"");

	private static final Pattern COMMAND = Pattern.compile("@Command\\(name = \"([a-z-]+)\"");

	private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*?) *$");

	private static final Set<String> WITH_ENVIRONMENT = Set.of("java", "yml", "yaml", "sh", "ts", "js", "mjs", "env",
			"tpl", "xml", "json");

	/** The paths of files and folders, from the root. */
	private final Set<String> paths = new HashSet<>();

	/** The names of files without their folders. */
	private final Set<String> files = new HashSet<>();

	private final Set<String> environment = new HashSet<>();

	/** Paths that code names. */
	private final Set<String> literals = new HashSet<>();

	/** {@code test} is one of the script alone. */
	private final Set<String> commands = new HashSet<>(Set.of("test"));

	private final Map<String, Set<String>> endpoints;

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
			.collect(Collectors.toUnmodifiableMap((path) -> plain(path.getKey()), (path) -> methods(path.getValue()),
					NamedThings::both));
		var known = RepositoryFiles.text("docs/settings-reference.md") + RepositoryFiles.text("docs/configuration.md");
		this.settings = RepositoryFiles.find(Pattern.compile("`(parley\\.[\\w.<>-]+)`"), known)
			.map((match) -> match.group(1))
			.distinct()
			.toList();
	}

	boolean hasPath(String path) {
		return this.paths.contains(path);
	}

	/** Whether some module has the file: all services are laid out alike. */
	boolean hasPathEndingWith(String name) {
		return this.paths.stream().anyMatch((path) -> path.endsWith("/" + name));
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
		return this.endpoints.containsKey(plain)
				|| this.endpoints.keySet().stream().anyMatch((known) -> known.startsWith(plain + "/"));
	}

	boolean hasOperation(String method, String path) {
		return this.endpoints.getOrDefault(plain(path), Set.of()).contains(method);
	}

	boolean hasOperationEndingWith(String method, String path) {
		return this.endpoints.entrySet()
			.stream()
			.anyMatch((known) -> known.getKey().endsWith(plain(path)) && known.getValue().contains(method));
	}

	/** Whether code names a path that no service documents. */
	boolean isInCode(String path) {
		return this.literals.contains(path) || this.literals.contains(path.replaceFirst("/\\{[^}]*}(?:/\\w+)?$", ""));
	}

	boolean hasCommand(String name) {
		return this.commands.contains(name);
	}

	/** Whether a document has a heading, given as in the address of a link to it. */
	boolean hasHeading(String document, String address) {
		return this.paths.contains(document) && RepositoryFiles.find(HEADING, RepositoryFiles.text(document))
			.map((match) -> address(match.group(1)))
			.anyMatch(address::equals);
	}

	private static String address(String heading) {
		var words = heading.replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1").toLowerCase(Locale.ROOT);
		return words.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
	}

	private static Set<String> methods(JsonNode operations) {
		return operations.propertyStream()
			.map((operation) -> operation.getKey().toUpperCase(Locale.ROOT))
			.collect(Collectors.toUnmodifiableSet());
	}

	private static Set<String> both(Set<String> some, Set<String> others) {
		return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
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
				var text = Files.readString(file, StandardCharsets.ISO_8859_1);
				variables(text).forEach(NamedThings.this.environment::add);
				if (name.endsWith(".java")) {
					named(LITERAL, text).forEach(NamedThings.this.literals::add);
					named(COMMAND, text).forEach(NamedThings.this.commands::add);
				}
			}
			return FileVisitResult.CONTINUE;
		}

		private static Stream<String> variables(String text) {
			return RepositoryFiles.find(ENVIRONMENT, text).map((match) -> match.group());
		}

		private static Stream<String> named(Pattern pattern, String text) {
			return RepositoryFiles.find(pattern, text).map((match) -> match.group(1));
		}

	}

}
