package org.parley.launcher.crowd;

import java.util.random.RandomGenerator;

/** A way of writing: each call is one write, carried through to a definite answer. */
interface CrowdWrite {

	void write(RandomGenerator random) throws InterruptedException;

}
