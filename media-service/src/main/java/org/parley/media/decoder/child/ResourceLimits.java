package org.parley.media.decoder.child;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/**
 * Limits this process by the operating system: its memory, and that it writes no files. A
 * process that exceeds its memory ends.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/setrlimit.2.html">setrlimit(2)</a>
 */
@SuppressWarnings("restricted")
final class ResourceLimits {

	private static final int FILE_SIZE = 1;

	private static final int DATA = 2;

	private static final int CORE = 4;

	private ResourceLimits() {
	}

	/**
	 * Sets the limits for the rest of the process's life.
	 * @param memory the private memory in bytes
	 */
	static void apply(long memory) throws Throwable {
		set(DATA, memory);
		set(FILE_SIZE, 0);
		set(CORE, 0);
	}

	private static void set(int resource, long limit) throws Throwable {
		var linker = Linker.nativeLinker();
		var function = linker.downcallHandle(linker.defaultLookup().findOrThrow("setrlimit"),
				FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
		try (var arena = Arena.ofConfined()) {
			var limits = arena.allocateFrom(ValueLayout.JAVA_LONG, limit, limit);
			if ((int) function.invokeExact(resource, limits) != 0) {
				throw new IllegalStateException("The limit " + resource + " cannot be set");
			}
		}
	}

}
