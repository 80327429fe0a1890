package org.parley.microbench;

import java.time.Instant;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.parley.platform.web.paging.Cursor;

/** Encodes and parses the cursor of a thread list. */
@State(Scope.Benchmark)
public class CursorBenchmark {

	private static final String SORT = "latest";

	private static final Instant ACTIVE = Instant.parse("2026-11-22T10:15:30.123Z");

	private final Cursor cursor = Cursor.next(SORT, false, ACTIVE, "01KAMQ0000000000000000TEST", ACTIVE);

	private final String encoded = this.cursor.encoded();

	@Benchmark
	public String encodeCursor() {
		return this.cursor.encoded();
	}

	@Benchmark
	public Cursor parseCursor() {
		return Cursor.parse(this.encoded, SORT, this.cursor.keys().size());
	}

}
