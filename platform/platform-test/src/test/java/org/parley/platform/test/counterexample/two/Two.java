package org.parley.platform.test.counterexample.two;

import org.parley.platform.test.counterexample.one.One;

/** The other half of a cycle. */
public class Two {

	public One one() {
		return new One();
	}

}
