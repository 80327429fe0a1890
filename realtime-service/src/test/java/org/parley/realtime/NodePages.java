package org.parley.realtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.parley.localstack.NodeProject;
import org.parley.localstack.StackUnavailableException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs npm's socket.io-client, the client of web pages, in Node.js processes that report
 * what they receive.
 */
public final class NodePages implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final NodeProject project;

	private final List<Process> processes = new ArrayList<>();

	private NodePages(NodeProject project) {
		this.project = project;
	}

	/**
	 * Installs the client; without Node.js the test is skipped where servers may lack.
	 */
	public static NodePages install() {
		try {
			return new NodePages(NodeProject.install(Path.of("src/test/node"), Path.of("target/node")));
		}
		catch (StackUnavailableException ex) {
			if (StackUnavailableException.failsTests()) {
				throw ex;
			}
			return Assumptions.abort(ex.getMessage());
		}
	}

	/** Runs a program; returns what it reports, now and later. */
	public List<JsonNode> run(String program, int port, String... more) throws IOException {
		var arguments = Stream.concat(Stream.of(program, "http://127.0.0.1:" + port), Stream.of(more));
		var process = this.project.program(arguments.toArray(String[]::new))
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		this.processes.add(process);
		var reports = new CopyOnWriteArrayList<JsonNode>();
		Thread.ofVirtual().start(() -> read(process.inputReader(), reports));
		return reports;
	}

	private static void read(BufferedReader reader, List<JsonNode> reports) {
		reader.lines().map(JSON::readTree).forEach(reports::add);
	}

	/** Waits until a page has reported an event with such a message. */
	public static void await(List<JsonNode> reports, String event, Predicate<JsonNode> which) {
		RealtimeIT.soon()
			.untilAsserted(() -> assertThat(reports)
				.anyMatch((line) -> line.path("event").asString("").equals(event) && which.test(line.path("message"))));
	}

	/** Ends all processes. */
	@Override
	public void close() {
		this.processes.forEach(Process::destroy);
		this.processes.clear();
	}

}
