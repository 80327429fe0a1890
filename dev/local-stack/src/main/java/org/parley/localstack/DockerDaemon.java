package org.parley.localstack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Checks whether a Docker daemon is running. The client may be installed without a
 * daemon, and Testcontainers needs seconds and logs a page if there is none.
 */
final class DockerDaemon {

	private static final byte[] PING = "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n"
		.getBytes(StandardCharsets.US_ASCII);

	private DockerDaemon() {
	}

	static boolean isRunning() {
		return Result.RUNNING;
	}

	static boolean isRunning(Map<String, String> environment) {
		return addresses(environment).anyMatch(DockerDaemon::isRunningAt);
	}

	private static Stream<SocketAddress> addresses(Map<String, String> environment) {
		var host = environment.get("DOCKER_HOST");
		if (host != null) {
			return Stream.of(address(URI.create(host)));
		}
		var home = environment.getOrDefault("HOME", "/");
		return Stream
			.of(Path.of("/var/run/docker.sock"), Path.of(home, ".docker/run/docker.sock"),
					Path.of(environment.getOrDefault("XDG_RUNTIME_DIR", home), "docker.sock"))
			.map(UnixDomainSocketAddress::of);
	}

	private static SocketAddress address(URI host) {
		return "unix".equals(host.getScheme()) ? UnixDomainSocketAddress.of(host.getPath())
				: new InetSocketAddress(host.getHost(), host.getPort());
	}

	private static boolean isRunningAt(SocketAddress address) {
		return CompletableFuture.supplyAsync(() -> ping(address), Thread::startVirtualThread)
			.completeOnTimeout(false, 2, TimeUnit.SECONDS)
			.join();
	}

	private static boolean ping(SocketAddress address) {
		try (var channel = SocketChannel.open(address)) {
			channel.write(ByteBuffer.wrap(PING));
			var status = Channels.newInputStream(channel).readNBytes("HTTP/1.0 200".length());
			return new String(status, StandardCharsets.US_ASCII).endsWith(" 200");
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static final class Result {

		static final boolean RUNNING = isRunning(System.getenv());

	}

}
