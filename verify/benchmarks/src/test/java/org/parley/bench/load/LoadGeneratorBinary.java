package org.parley.bench.load;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.parley.bench.process.ProgramOutput;

/** Finds wrk on the path, or downloads it with {@code stack.sh}. */
public final class LoadGeneratorBinary {

	private LoadGeneratorBinary() {
	}

	public static Path wrk(Path checkout) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
			.map((folder) -> Path.of(folder, "wrk"))
			.filter(Files::isExecutable)
			.findFirst()
			.orElseGet(() -> download(checkout.resolve("dev/local-stack/stack.sh")));
	}

	private static Path download(Path stack) {
		var output = ProgramOutput.of(List.of("bash", stack.toString(), "tool", "wrk"),
				"wrk could not be downloaded. Install it manually.");
		return Path.of(output.strip().lines().reduce("", (_, last) -> last));
	}

}
