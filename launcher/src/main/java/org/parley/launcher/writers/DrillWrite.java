package org.parley.launcher.writers;

import java.util.random.RandomGenerator;

/** A way of writing: each call is one write, carried through to a definite answer. */
public interface DrillWrite {

	void write(RandomGenerator random) throws InterruptedException;

}
