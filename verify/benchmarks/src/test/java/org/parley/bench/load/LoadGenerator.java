package org.parley.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.parley.bench.process.ProgramOutput;
import org.parley.launcher.client.GatewayClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs wrk with so many client addresses that none reaches the rate limit.
 *
 * @see <a href="https://github.com/wg/wrk">wrk</a>
 */
public final class LoadGenerator implements AutoCloseable {

	private static final int THREADS = 2;

	private final Path program;

	private final URI gateway;

	private final Path script;

	private long visitor = System.nanoTime() % GatewayClient.ADDRESSES;

	public LoadGenerator(Path program, URI gateway) {
		this.program = program;
		this.gateway = gateway;
		this.script = script();
	}

	public Load run(Scenario scenario, int connections, Duration time) {
		var load = read(ProgramOutput.of(command(scenario, connections, time), "wrk failed:"));
		this.visitor += addressesUsed(scenario, load);
		return load;
	}

	/**
	 * Returns how many addresses to skip: in the worst case one thread has sent all
	 * requests.
	 */
	private static long addressesUsed(Scenario scenario, Load load) {
		return (long) THREADS * (load.requests() / scenario.requestsPerAddress() + 2);
	}

	List<String> command(Scenario scenario, int connections, Duration time) {
		var threads = String.valueOf(Math.min(THREADS, connections));
		var command = new ArrayList<>(
				List.of(this.program.toString(), "--threads", threads, "--connections", String.valueOf(connections),
						"--duration", time.toSeconds() + "s", "--timeout", "10s", "--script", this.script.toString(),
						this.gateway.toString(), "--", String.valueOf(this.visitor % GatewayClient.ADDRESSES),
						String.valueOf(scenario.requestsPerAddress()), threads));
		command.addAll(scenario.paths());
		command.addAll(scenario.headers());
		scenario.tokens().forEach((token) -> command.add("Bearer " + token));
		return command;
	}

	static Load read(String output) {
		return output.lines()
			.filter((line) -> line.startsWith("{"))
			.map((line) -> JsonMapper.shared().readValue(line, Load.class))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("wrk did not finish:\n" + output));
	}

	private static Path script() {
		try (var lua = Objects.requireNonNull(LoadGenerator.class.getResourceAsStream("visitors.lua"))) {
			var script = Files.createTempFile("parley-visitors", ".lua");
			Files.copy(lua, script, StandardCopyOption.REPLACE_EXISTING);
			return script;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			Files.deleteIfExists(this.script);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
