package org.parley.launcher.checkout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;

import org.parley.localstack.FreePort;

/**
 * The ports of all processes. A free port is chosen once and stored, and replaced if
 * another program uses it.
 */
public final class Ports {

	private final Path file;

	Ports(Path file) {
		this.file = file;
	}

	/**
	 * Returns the stored ports by name.
	 */
	public Map<String, Integer> known() {
		var properties = new Properties();
		if (Files.exists(this.file)) {
			try (var reader = Files.newBufferedReader(this.file)) {
				properties.load(reader);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		var ports = new HashMap<String, Integer>();
		properties.stringPropertyNames()
			.forEach((name) -> ports.put(name, Integer.valueOf(properties.getProperty(name))));
		return ports;
	}

	/**
	 * Keeps the ports of running processes and assigns ports to the others.
	 * @param names all names except those in {@code fixed}
	 * @param fixed requested ports
	 * @param isRunning checks whether the process with a name is running
	 */
	public Map<String, Integer> assign(Set<String> names, Map<String, Integer> fixed, Predicate<String> isRunning) {
		var known = known();
		var assigned = new HashMap<>(fixed);
		for (var name : names) {
			var last = Optional.ofNullable(known.get(name));
			assigned.put(name, last.filter((port) -> isRunning.test(name) || FreePort.isFree(port))
				.orElseGet(() -> FreePort.find((port) -> !assigned.containsValue(port))));
		}
		write(assigned);
		return assigned;
	}

	private void write(Map<String, Integer> ports) {
		var properties = new Properties();
		ports.forEach((name, port) -> properties.setProperty(name, String.valueOf(port)));
		try {
			Files.createDirectories(this.file.toAbsolutePath().getParent());
			try (var writer = Files.newBufferedWriter(this.file)) {
				properties.store(writer, null);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
