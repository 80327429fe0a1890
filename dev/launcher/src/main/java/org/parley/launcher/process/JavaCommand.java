package org.parley.launcher.process;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The command of a program in the JVM that runs the launcher. */
final class JavaCommand {

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private JavaCommand() {
	}

	/**
	 * Returns a command.
	 * @param flags the flags of the JVM
	 * @param program the program and its arguments
	 */
	static List<String> of(List<String> flags, Stream<String> more, String... program) {
		return Stream.of(Stream.of(JAVA), flags.stream(), more, Arrays.stream(program))
			.flatMap(Function.identity())
			.toList();
	}

}
