package org.parley.bench.limit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

import io.netty.buffer.Unpooled;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/**
 * Serves the same bytes for every request, with nothing but Reactor Netty, until its
 * input ends. Prints its port. {@link LimitBench} starts it in a process of its own.
 */
@Command(name = "bare-server", hidden = true, description = "Serve bytes, to measure what Netty can do.")
public final class BareServerCommand implements Callable<Integer> {

	@Option(names = "--bytes", paramLabel = "N", required = true, description = "size of each answer")
	private int bytes;

	@Override
	public Integer call() throws IOException {
		var body = Unpooled
			.unreleasableBuffer(Unpooled.wrappedBuffer("x".repeat(this.bytes).getBytes(StandardCharsets.UTF_8)));
		var server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle((_, response) -> response.header("Content-Type", "application/json")
				.header("Content-Length", String.valueOf(this.bytes))
				.send(Mono.fromSupplier(body::duplicate)))
			.bindNow();
		System.out.println(server.port());
		System.in.transferTo(OutputStream.nullOutputStream());
		server.disposeNow();
		return 0;
	}

}
