package org.parley.bench.timing;

import java.util.List;

/** A benchmark that measures response times. */
@FunctionalInterface
public interface TimedWork {

	List<Timings> measure();

}
