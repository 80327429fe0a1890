package org.parley.launcher.checkout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.parley.launcher.process.LauncherException;

/**
 * The ports of all processes. A free port is chosen once and stored, and replaced if
 * another program uses it.
 */
public final class Ports {

	/** The range is below the ephemeral ports. */
	private static final int FIRST = 12_000;

	private static final int LAST = 19_999;

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
			assigned.put(name,
					last.filter((port) -> isRunning.test(name) || isFree(port)).orElseGet(() -> free(assigned)));
		}
		write(assigned);
		return assigned;
	}

	private static int free(Map<String, Integer> taken) {
		return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, LAST + 1))
			.limit(1000)
			.filter((port) -> !taken.containsValue(port) && isFree(port))
			.findFirst()
			.orElseThrow(
					() -> new LauncherException("There is no free port between %d and %d.".formatted(FIRST, LAST)));
	}

	/**
	 * Returns a free port for a temporary process.
	 */
	public static int findFree() {
		return free(Map.of());
	}

	public static boolean isFree(int port) {
		return canListen(new InetSocketAddress(port))
				&& canListen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
	}

	private static boolean canListen(InetSocketAddress address) {
		try (var socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(address);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
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
