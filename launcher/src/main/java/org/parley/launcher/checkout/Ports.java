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

/**
 * Where each part listens: chosen freely once, remembered, and chosen anew when somebody
 * else has taken it meanwhile.
 */
public final class Ports {

	/** Below what systems give to outgoing connections. */
	private static final int FIRST = 12_000;

	private static final int LAST = 19_999;

	private final Path file;

	Ports(Path file) {
		this.file = file;
	}

	/**
	 * Returns the ports as they were chosen, by name.
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
	 * Keeps the ports of what lives, and finds one for each of the others.
	 * @param names of all parts but those in {@code fixed}
	 * @param fixed what was asked for
	 * @param lives whether the part of a name runs at present
	 */
	public Map<String, Integer> settle(Set<String> names, Map<String, Integer> fixed, Predicate<String> lives) {
		var known = known();
		var settled = new HashMap<>(fixed);
		for (var name : names) {
			var last = Optional.ofNullable(known.get(name));
			settled.put(name, last.filter((port) -> lives.test(name) || isFree(port)).orElseGet(() -> free(settled)));
		}
		write(settled);
		return settled;
	}

	private static int free(Map<String, Integer> taken) {
		return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, LAST + 1))
			.limit(1000)
			.filter((port) -> !taken.containsValue(port) && isFree(port))
			.findFirst()
			.orElseThrow(() -> new LauncherException("No port between %d and %d is free.".formatted(FIRST, LAST)));
	}

	/**
	 * Finds a port for something that does not stay.
	 */
	public static int anyFree() {
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
