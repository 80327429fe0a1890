package org.parley.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds TCP ports for servers that start later. Ports from 32768 on belong to outgoing
 * connections, on Linux by default, and one of these could take the port before the
 * server does.
 */
public final class FreePort {

	private static final int FIRST = 12_000;

	private static final int LAST = 19_999;

	private FreePort() {
	}

	/** Returns a port on which nothing listens. */
	public static int find() {
		return find((_) -> true);
	}

	/**
	 * Returns a port on which nothing listens.
	 * @param allowed refuses ports that are assigned and not yet used
	 * @throws StackUnavailableException if there is none
	 */
	public static int find(IntPredicate allowed) {
		return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, LAST + 1))
			.limit(1000)
			.filter((port) -> allowed.test(port) && isFree(port))
			.findFirst()
			.orElseThrow(() -> new StackUnavailableException(
					"There is no free port between %d and %d.".formatted(FIRST, LAST)));
	}

	/** Checks that nothing listens on a port, on any address. */
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

}
