package org.parley.platform.test.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The statuses that the API documents in {@code contracts/} name. Generated clients take
 * any other successful status for a problem.
 */
record DescribedStatuses(List<DescribedOperation> operations) {

	/** Those of all services. */
	static final DescribedStatuses ALL = ofAll();

	/** Refuses a successful status that the document of the operation does not have. */
	void check(String method, URI address, int status) {
		var path = PathContainer.parsePath(address.getRawPath());
		this.operations.stream()
			.filter((operation) -> operation.method().equals(method) && operation.path().matches(path))
			.min(Comparator.comparing(DescribedOperation::path))
			.filter((operation) -> status < 300 && !operation.statuses().contains(Integer.toString(status)))
			.ifPresent((operation) -> {
				throw new AssertionError("%s %s answers %s, its document has %s".formatted(method, operation.path(),
						status, operation.statuses()));
			});
	}

	static Stream<DescribedOperation> operationsOf(JsonNode document) {
		return document.path("paths")
			.properties()
			.stream()
			.flatMap((path) -> path.getValue()
				.properties()
				.stream()
				.map((operation) -> new DescribedOperation(operation.getKey().toUpperCase(Locale.ROOT),
						PathPatternParser.defaultInstance.parse(path.getKey()),
						new TreeSet<>(operation.getValue().path("responses").propertyNames()))));
	}

	private static DescribedStatuses ofAll() {
		var folder = Path.of(System.getProperty("parley.root", ".."), "contracts/src/main/resources/openapi");
		try (var documents = Files.list(folder)) {
			return new DescribedStatuses(
					documents.flatMap((document) -> operationsOf(JsonMapper.shared().readTree(document))).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** An operation with the names of its responses. */
	record DescribedOperation(String method, PathPattern path, Set<String> statuses) {
	}

}
