package org.parley.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.parley.host.ServiceLayout;
import org.parley.launcher.catalogue.CataloguedApplication;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program that runs all services in one process, with the jars of the services taken
 * apart into a folder. The first run after a build records an AOT cache when it ends,
 * from the work that it did; the next ones start from it.
 */
public final class HostedProcess {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Path host;

	private final Path folder;

	private final ServiceLayout layout;

	/**
	 * Creates the program.
	 * @param host the jar of the module {@code host}
	 * @param folder where the parts of the jars are
	 */
	public HostedProcess(Path host, Path folder) {
		this.host = host;
		this.folder = folder;
		this.layout = new ServiceLayout(folder);
	}

	/**
	 * Takes a service's jar apart.
	 * @param service the service's name
	 * @return the jar with its own classes
	 */
	public Path add(String service, Path jar) {
		return this.layout.add(jar, service);
	}

	/**
	 * Takes the jar of a running service apart, beside the one in use.
	 * @return its new jar
	 * @throws LauncherException if other services use other versions of its libraries, or
	 * it can only be stopped with its process
	 */
	public Path addBeside(String service, Path jar) {
		if (ServiceLayout.isIsolated(jar)) {
			throw inseparable(service);
		}
		if (!this.layout.isCurrent(jar)) {
			throw new LauncherException(
					"Libraries of %s have changed, which all services share: ./parley down && ./parley up"
						.formatted(service));
		}
		try {
			var name = "%s-%d".formatted(service, Files.getLastModifiedTime(jar).toMillis());
			return this.layout.add(jar, name);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The refusal to stop a program that has no context of its own in the process. */
	public static LauncherException inseparable(String service) {
		return new LauncherException(
				"%s stops only with the process of all services. Run ./parley down, or ./parley up --apart after it"
					.formatted(service));
	}

	public String classPath() {
		return this.layout.classPath(this.host);
	}

	/** Writes what runs in the process; the file is secret, as the environments are. */
	public void write(int port, String secret, List<HostedService> services) {
		var content = Map.of("address", "127.0.0.1", "port", port, "secret", secret, "services", services);
		try {
			Files.deleteIfExists(settings());
			Files.createFile(settings(),
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.write(settings(), JSON.writeValueAsBytes(content));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Returns the command that starts the process. */
	public List<String> command() {
		return JavaCommand.of(CataloguedApplication.Jvm.TOGETHER.flags(), cache().flag(), "-cp", classPath(),
				"org.parley.host.HostApplication", settings().toString());
	}

	/** A library that was taken away changes its folder alone. */
	private AotCache cache() {
		var classPath = Stream.of(classPath().split(":", -1)).map(Path::of);
		return new AotCache(this.folder.resolve("services.aot"),
				Stream.concat(classPath, Stream.of(this.folder.resolve("lib"))).toList());
	}

	private Path settings() {
		return this.folder.resolve("host.json");
	}

	/**
	 * A service of the process.
	 *
	 * @param jar the jar with its own classes
	 * @param environment its environment variables
	 */
	public record HostedService(String name, String jar, Map<String, String> environment) {
	}

}
