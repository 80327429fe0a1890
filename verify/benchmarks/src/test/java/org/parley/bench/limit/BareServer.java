package org.parley.bench.limit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.parley.bench.ServerProcess;
import org.parley.launcher.catalogue.CataloguedApplication.Jvm;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.process.LauncherException;

/** A running {@link BareServerCommand}, with the flags of the gateway's JVM. */
final class BareServer implements AutoCloseable {

	private static final String POOLED = "-Dio.netty.allocator.type=pooled";

	private final Process process;

	private final URI address;

	private BareServer(Process process, URI address) {
		this.process = process;
		this.address = address;
	}

	static BareServer start(Checkout checkout, int bytes) {
		var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		var command = Stream
			.of(List.of(java), Jvm.SMALL.flags(), List.of(POOLED, "-jar", checkout.jar("benchmarks").toString(),
					"bench", "bare-server", "--bytes", String.valueOf(bytes)))
			.flatMap(List::stream)
			.toList();
		try {
			var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
			return new BareServer(process,
					URI.create("http://127.0.0.1:" + port(process.inputReader(StandardCharsets.UTF_8))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int port(BufferedReader output) throws IOException {
		var line = output.readLine();
		if (line == null) {
			throw new LauncherException("The bare server did not start.");
		}
		return Integer.parseInt(line);
	}

	URI address() {
		return this.address;
	}

	ServerProcess server() {
		return new ServerProcess("netty", this.process.pid());
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
