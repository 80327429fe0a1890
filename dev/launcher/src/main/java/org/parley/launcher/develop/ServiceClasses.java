package org.parley.launcher.develop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

import org.parley.launcher.process.LauncherException;

/**
 * A copy of a service's classes that follows its sources. Only what changed is compiled,
 * and without the checks of the build: a class that relies on a changed one is not
 * compiled again.
 */
final class ServiceClasses {

	private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

	private final Path sources;

	private final Path classes;

	private final String libraries;

	/**
	 * Creates the copy.
	 * @param module the service's folder, which is built
	 * @param classes where the copy is
	 * @param libraries the class path of the service
	 */
	ServiceClasses(Path module, Path classes, String libraries) throws IOException {
		this.sources = module.resolve("src/main");
		this.classes = classes;
		this.libraries = libraries;
		copyAll(module.resolve("target/classes"));
	}

	private void copyAll(Path built) throws IOException {
		try (var files = Files.walk(built)) {
			for (var file : files.filter(Files::isRegularFile).toList()) {
				copy(file, this.classes.resolve(built.relativize(file)));
			}
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		Files.createDirectories(to.getParent());
		Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
	}

	/**
	 * Compiles and copies what has changed.
	 * @throws LauncherException with the errors of the compiler
	 */
	void update(Collection<Path> changed) throws IOException {
		for (var resource : changed.stream().filter((file) -> !isJava(file)).toList()) {
			var copy = this.classes.resolve(this.sources.resolve("resources").relativize(resource));
			if (Files.exists(resource)) {
				copy(resource, copy);
			}
			else {
				deleteAll(copy);
			}
		}
		for (var gone : changed.stream().filter((file) -> isJava(file) && !Files.exists(file)).toList()) {
			delete(gone);
		}
		compile(changed.stream().filter((file) -> isJava(file) && Files.exists(file)).toList());
	}

	private static boolean isJava(Path file) {
		return file.toString().endsWith(".java");
	}

	/** Deletes the copy of a file or folder, if there is one, with what is in it. */
	private static void deleteAll(Path copy) throws IOException {
		if (Files.exists(copy)) {
			try (var files = Files.walk(copy)) {
				for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}

	/** Deletes the class of a source that is gone, and those within it. */
	private void delete(Path source) throws IOException {
		var type = this.classes.resolve(this.sources.resolve("java").relativize(source));
		var name = type.getFileName().toString().replaceFirst("\\.java$", "");
		try (var files = Files.newDirectoryStream(type.getParent(), name + "{,$*}.class")) {
			for (var file : files) {
				Files.delete(file);
			}
		}
	}

	private void compile(List<Path> changed) throws IOException {
		if (changed.isEmpty()) {
			return;
		}
		var diagnostics = new DiagnosticCollector<JavaFileObject>();
		var options = List.of("-d", this.classes.toString(), "-cp", this.classes + ":" + this.libraries, "-parameters",
				"-proc:none", "-g", "-nowarn");
		try (var files = this.compiler.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8)) {
			var units = files.getJavaFileObjectsFromPaths(changed);
			if (!this.compiler.getTask(null, files, diagnostics, options, null, units).call()) {
				throw new LauncherException(diagnostics.getDiagnostics()
					.stream()
					.filter((diagnostic) -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
					.map(Diagnostic::toString)
					.collect(Collectors.joining("\n")));
			}
		}
	}

}
