package org.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Reads the resource usage of processes from {@code /proc}.
 *
 * @param root the process file system
 * @see <a href=
 * "https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
public record ProcessUsageReader(Path root) {

	/**
	 * Linux reports process times in 100 ticks per second on every architecture.
	 */
	private static final int MILLIS_PER_TICK = 10;

	private static final int KB_PER_PAGE = 4;

	/** Index from the state, the first field after the command in parentheses. */
	private static final int USER_TIME = 11;

	/** The last time: after that of the process, that of its ended children. */
	private static final int CHILDREN_SYSTEM_TIME = 14;

	private static final int RESIDENT_PAGES = 21;

	public static ProcessUsageReader ofThisMachine() {
		return new ProcessUsageReader(Path.of("/proc"));
	}

	/**
	 * Reads the usage of a server and its child processes; {@link Usage#NONE} if it has
	 * ended.
	 */
	public Usage read(ServerProcess server) {
		return tree(server.pid()).mapToObj(this::usage).reduce(Usage.NONE, Usage::plus);
	}

	private static LongStream tree(long pid) {
		return LongStream.concat(LongStream.of(pid),
				ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).mapToLong(ProcessHandle::pid));
	}

	private Usage usage(long pid) {
		try {
			return parse(Files.readString(this.root.resolve(pid + "/stat")));
		}
		catch (IOException ex) {
			return Usage.NONE;
		}
	}

	static Usage parse(String stat) {
		var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
		var ticks = Arrays.stream(fields, USER_TIME, CHILDREN_SYSTEM_TIME + 1).mapToLong(Long::parseLong).sum();
		return new Usage(ticks * MILLIS_PER_TICK, Long.parseLong(fields[RESIDENT_PAGES].strip()) * KB_PER_PAGE);
	}

}
