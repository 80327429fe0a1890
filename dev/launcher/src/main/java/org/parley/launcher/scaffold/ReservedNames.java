package org.parley.launcher.scaffold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.lang.model.SourceVersion;

/**
 * The names that no new service can have, because something in a checkout has them.
 */
final class ReservedNames {

	private static final Pattern ROUTED = Pattern.compile("Path=[^\"]*/api/v1/[^\"]*\"");

	private static final Pattern SEGMENT = Pattern.compile("/api/v1/(?:admin/)?([a-z]+)");

	private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

	/** Words with a meaning in the platform, in its servers or in diagrams. */
	private static final Set<String> WORDS = Set.of("admin", "api", "end", "graph", "local", "note", "notes", "parley",
			"public", "service", "test");

	private final Path root;

	ReservedNames(Path root) {
		this.root = root;
	}

	/** Checks whether a module, a package, a route or the language has a name. */
	boolean contains(String name) {
		return SourceVersion.isKeyword(name) || WORDS.contains(name) || isFolder(name) || isRouted(name)
				|| isPackage(name);
	}

	private boolean isFolder(String name) {
		return Files.exists(this.root.resolve(name)) || Files.exists(this.root.resolve(name + "-service"));
	}

	private boolean isRouted(String name) {
		var gateway = read(this.root.resolve("config-repo").resolve("gateway.yml"));
		return ROUTED.matcher(gateway)
			.results()
			.flatMap((route) -> SEGMENT.matcher(route.group()).results())
			.anyMatch((segment) -> segment.group(1).equals(name));
	}

	private boolean isPackage(String name) {
		return MODULE.matcher(read(this.root.resolve("pom.xml")))
			.results()
			.map((module) -> this.root.resolve(module.group(1)).resolve("src"))
			.flatMap((source) -> Stream.of(source.resolve("main"), source.resolve("test")))
			.anyMatch((source) -> Files.exists(source.resolve("java/org/parley").resolve(name)));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
