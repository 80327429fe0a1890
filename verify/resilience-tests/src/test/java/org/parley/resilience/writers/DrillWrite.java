package org.parley.resilience.writers;

import java.util.random.RandomGenerator;

/**
 * A kind of write. Each call makes one write and repeats it until the answer is definite.
 */
public interface DrillWrite {

	void write(RandomGenerator random) throws InterruptedException;

}
