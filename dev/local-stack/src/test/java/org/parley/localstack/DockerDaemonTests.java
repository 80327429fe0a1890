package org.parley.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DockerDaemonTests {

	@Test
	void runningDaemonAnswersPing() throws IOException {
		assertThat(probing("HTTP/1.1 200 OK\r\n\r\n")).isTrue();
	}

	@Test
	void otherServerIsNoDaemon() throws IOException {
		assertThat(probing("HTTP/1.1 404 Not Found\r\n\r\n")).isFalse();
		assertThat(probing("SSH-2.0-OpenSSH_9.9\r\n")).isFalse();
		assertThat(probing("")).isFalse();
	}

	@Test
	void missingSocketIsNoDaemon() {
		assertThat(DockerDaemon.isRunning(Map.of("DOCKER_HOST", "unix:///nowhere/docker.sock"))).isFalse();
	}

	private static boolean probing(String answer) throws IOException {
		try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			var served = CompletableFuture.runAsync(() -> answer(server, answer), Thread::startVirtualThread);
			var found = DockerDaemon.isRunning(Map.of("DOCKER_HOST", "tcp://127.0.0.1:" + server.getLocalPort()));
			served.join();
			return found;
		}
	}

	private static void answer(ServerSocket server, String answer) {
		try (var socket = server.accept()) {
			socket.getInputStream().readNBytes(30);
			socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
