package org.parley.platform.test.counterexample.one;

import org.parley.platform.test.counterexample.two.Two;

/** One half of a cycle. */
public class One {

	public Two two() {
		return new Two();
	}

}
