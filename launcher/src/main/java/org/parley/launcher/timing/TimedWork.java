package org.parley.launcher.timing;

import java.util.List;

/** Something that takes time. */
@FunctionalInterface
public interface TimedWork {

	List<Timings> measure();

}
