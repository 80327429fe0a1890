package org.parley.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Prints the result of a benchmark as {@code --json} says. */
public final class ReportOutput {

	@Option(names = "--json", paramLabel = "file", arity = "0..1", fallbackValue = "",
			description = "print JSON instead of a table, or write it to a file as well")
	private @Nullable String json;

	/** Prints a report, or its figures as JSON. */
	public void print(Object report, Map<String, ?> figures) {
		var text = JsonMapper.shared().writeValueAsString(figures);
		System.out.println("".equals(this.json) ? text : report);
		if (this.json != null && !this.json.isEmpty()) {
			write(Path.of(this.json), text);
		}
	}

	private static void write(Path file, String text) {
		try {
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
