package org.parley.launcher.timing;

import java.util.List;

/** A benchmark that measures response times. */
@FunctionalInterface
public interface TimedWork {

	List<Timings> measure();

}
