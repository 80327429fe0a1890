package org.parley.launcher.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * An application of Parley.
 *
 * @param name its module
 * @param jvm its JVM; null if it has none
 * @param buffers its network buffers; null for those of the library
 * @param workers whether its queues and jobs can run in a process of their own
 * @param needs the applications that must run for it to be of use
 */
public record CataloguedApplication(String name, @Nullable Jvm jvm, @Nullable Buffers buffers, boolean workers,
		List<String> needs) {

	public CataloguedApplication(String name, @Nullable Jvm jvm, @Nullable Buffers buffers, boolean workers,
			@Nullable List<String> needs) {
		this.name = name;
		this.jvm = jvm;
		this.buffers = buffers;
		this.workers = workers;
		this.needs = List.copyOf(Objects.requireNonNullElse(needs, List.of()));
	}

	/** Returns the flags of its JVM. */
	public List<String> flags() {
		return Stream
			.concat(Stream.ofNullable(this.jvm).flatMap((kind) -> kind.flags().stream()),
					Stream.ofNullable(this.buffers).map((kind) -> kind.flag))
			.toList();
	}

	/** Flags by the work of an application. */
	public enum Jvm {

		/** A tool of a laptop. */
		TINY(Flags.EVERY + " -Xmx64m -XX:TieredStopAtLevel=1"),
		/** A busy service, which uses the optimizing compiler. */
		SMALL(Flags.EVERY + " -Xmx256m --enable-native-access=ALL-UNNAMED" + Flags.LATE),
		/**
		 * A service that mostly waits for events. A small young generation reduces
		 * resident memory by a quarter; a small initial heap prevents that the heap
		 * starts at its full size.
		 */
		WORKER(SMALL.flags + " -Xms32m -Xmn16m"),
		/**
		 * A service that is idle on a laptop: it starts faster and uses less memory
		 * without the optimizing compiler.
		 */
		QUIET(WORKER.flags + " -XX:TieredStopAtLevel=1"),
		/**
		 * All services in one process, in which Netty sends large bodies. Their data fill
		 * a third of the heap; the serial collector uses all of it sooner or later. What
		 * the compiler and the buffers have freed returns to the system every five
		 * minutes.
		 */
		TOGETHER(Flags.EVERY + " -Xmx560m --enable-native-access=ALL-UNNAMED -XX:TrimNativeHeapInterval=300000"
				+ Flags.LATE + " " + Buffers.POOLED.flag);

		private final String flags;

		Jvm(String flags) {
			this.flags = flags;
		}

		public List<String> flags() {
			return List.of(this.flags.split(" ", -1));
		}

		private static final class Flags {

			/**
			 * Objects have small headers. An idle process wakes every two seconds to
			 * deflate monitors, not every 250 ms.
			 */
			private static final String EVERY = "-XX:+UseSerialGC -Xss512k -XX:+ExitOnOutOfMemoryError"
					+ " -XX:+UseCompactObjectHeaders -XX:+UnlockDiagnosticVMOptions -XX:AsyncDeflationInterval=2000";

			/**
			 * Methods are optimized ten times later than usual, because most never pay
			 * for it.
			 */
			private static final String LATE = " -XX:Tier4InvocationThreshold=50000"
					+ " -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000"
					+ " -XX:Tier4BackEdgeThreshold=400000";

		}

	}

	/** Buffers of Netty. */
	public enum Buffers {

		POOLED("-Dio.netty.allocator.type=pooled");

		private final String flag;

		Buffers(String flag) {
			this.flag = flag;
		}

	}

}
