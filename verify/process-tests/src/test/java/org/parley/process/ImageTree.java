package org.parley.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.parley.launcher.checkout.Checkout;

/**
 * The files of a service's image in a folder, as the {@code Dockerfile} lays them out,
 * and the image's command. The files are read-only, and the process has a user without
 * rights, if the tests have those of root.
 *
 * @param folder in place of the image's root
 */
record ImageTree(Path folder) {

	private static final Pattern ENTRYPOINT = Pattern.compile("(?m)^ENTRYPOINT \\[(.+)]$");

	private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

	private static final List<String> LAYERS = List.of("dependencies", "snapshot-dependencies", "application");

	/** The user of the image. */
	private static final String USER = "10001";

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	/**
	 * Lays out the image of a service of this build.
	 * @param trained whether its AOT cache is trained, which takes half a minute
	 */
	static ImageTree of(Path root, String service, boolean trained) {
		try {
			var tree = new ImageTree(Files.createTempDirectory("parley-" + service));
			tree.layOut(root, service);
			if (trained) {
				tree.train(root);
			}
			tree.protect();
			return tree;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Lays out the image of all services in one process. */
	static ImageTree together(Path root, List<String> services) {
		try {
			var tree = new ImageTree(Files.createTempDirectory("parley-together"));
			tree.layOutTogether(root, services);
			tree.protect();
			return tree;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void layOutTogether(Path root, List<String> services) throws IOException {
		var checkout = new Checkout(root);
		var application = Files.createDirectories(this.folder.resolve("app"));
		var host = Files.copy(checkout.jar("host"), application.resolve("host.jar"));
		var command = new ArrayList<>(
				List.of(JAVA, "-cp", host.toString(), "org.parley.host.ServiceLayout", application.toString()));
		services.forEach((service) -> command.add(checkout.jar(service).toString()));
		run(command, Map.of());
		try (var libraries = Files.list(application.resolve("lib"))) {
			Files.writeString(application.resolve("class-path.options"),
					libraries.map((library) -> "lib/" + library.getFileName())
						.sorted()
						.collect(Collectors.joining(":", "-cp\nhost.jar:", "\n")));
		}
		Files.copy(root.resolve("deploy/jvm.options"), application.resolve("jvm.options"));
		Files.copy(root.resolve("deploy/together/together.options"), application.resolve("together.options"));
		copy(root.resolve("config-repo"), Files.createDirectories(config()));
	}

	private void layOut(Path root, String service) throws IOException {
		var layers = this.folder.resolve("layers");
		run(List.of(JAVA, "-Djarmode=tools", "-jar", new Checkout(root).jar(service).toString(), "extract", "--layers",
				"--application-filename", "app.jar", "--destination", layers.toString()), Map.of());
		var application = Files.createDirectories(this.folder.resolve("app"));
		for (var layer : LAYERS) {
			copy(layers.resolve(layer), application);
		}
		delete(layers);
		Files.copy(root.resolve("deploy/jvm.options"), application.resolve("jvm.options"));
		copy(root.resolve("config-repo"), Files.createDirectories(config()));
	}

	/** Runs the image's training of the AOT cache. */
	private void train(Path root) throws IOException {
		var training = new Checkout(root).jar("deploy/image-training");
		run(List.of(JAVA, "-jar", training.toString(), this.folder.resolve("app").toString(),
				root.resolve("deploy/make-env.sh").toString()),
				Map.of("SPRING_PROFILES_ACTIVE", "production", "PARLEY_CONFIG_DIR", config().toString(), "PORT", "0"));
	}

	private void protect() throws IOException {
		protect(this.folder, "r-xr-xr-x");
		Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwxr-xr-x"));
		Files.setPosixFilePermissions(Files.createDirectory(data()), PosixFilePermissions.fromString("rwxrwxrwx"));
	}

	private Path config() {
		return this.folder.resolve("config");
	}

	/** The only folder that the process may write to, besides that of temporary files. */
	Path data() {
		return this.folder.resolve("data");
	}

	/**
	 * Prepares the image's command.
	 * @param environment the container's environment
	 * @param flags further flags of the JVM
	 */
	ProcessBuilder command(Path root, Map<String, String> environment, String... flags) throws IOException {
		return command(entrypoint(root, "app.jar"), environment, flags);
	}

	/**
	 * Prepares the command of the image of all services, without its AOT cache, which
	 * takes half a minute to train.
	 * @param settings in place of its {@code host.yml}
	 */
	ProcessBuilder command(Path root, Path settings, Map<String, String> environment, String... flags)
			throws IOException {
		var arguments = new ArrayList<>(entrypoint(root, "host.yml"));
		arguments.removeIf((argument) -> argument.startsWith("-XX:AOTCache="));
		arguments.set(arguments.size() - 1, settings.toString());
		return command(arguments, environment, flags);
	}

	private ProcessBuilder command(List<String> arguments, Map<String, String> environment, String... flags) {
		var command = new ArrayList<String>();
		if ("root".equals(System.getProperty("user.name"))) {
			command.addAll(List.of("setpriv", "--reuid", USER, "--regid", USER, "--clear-groups"));
		}
		command.addAll(arguments);
		command.addAll(command.indexOf(JAVA) + 1, List.of(flags));
		var builder = new ProcessBuilder(command).directory(this.folder.resolve("app").toFile());
		builder.environment().keySet().removeIf((name) -> name.startsWith("PARLEY_"));
		builder.environment().putAll(environment);
		builder.environment().put("PARLEY_CONFIG_DIR", config().toString());
		builder.environment()
			.computeIfPresent("PARLEY_SEARCH_DIRECTORY",
					(_, directory) -> directory.replace("/data", data().toString()));
		return builder;
	}

	/** Returns the command of the image that starts with a file. */
	private List<String> entrypoint(Path root, String file) throws IOException {
		var command = ENTRYPOINT.matcher(Files.readString(root.resolve("Dockerfile")))
			.results()
			.map((line) -> line.group(1))
			.filter((line) -> line.endsWith("/" + file + "\""))
			.findFirst()
			.orElseThrow();
		return QUOTED.matcher(command).results().map(this::local).toList();
	}

	private String local(MatchResult argument) {
		return argument.group(1).equals("java") ? JAVA
				: argument.group(1).replace("/app/", this.folder.resolve("app") + "/");
	}

	/** Deletes all files. */
	void delete() {
		try {
			protect(this.folder, "rwxr-xr-x");
			delete(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void run(List<String> command, Map<String, String> environment) throws IOException {
		var builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().putAll(environment);
		var process = builder.start();
		var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.onExit().join().exitValue() != 0) {
			throw new IllegalStateException(output);
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		if (!Files.exists(from)) {
			return;
		}
		try (var files = Files.walk(from)) {
			for (var file : files.filter(Files::isRegularFile).toList()) {
				var target = to.resolve(from.relativize(file).toString());
				Files.createDirectories(Objects.requireNonNull(target.getParent()));
				Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

	private static void protect(Path folder, String permissions) throws IOException {
		Files.walkFileTree(folder, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
					throws IOException {
				Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFileFailed(Path file, IOException failure) {
				return FileVisitResult.CONTINUE;
			}

		});
	}

	private static void delete(Path folder) throws IOException {
		try (var files = Files.walk(folder)) {
			for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

}
