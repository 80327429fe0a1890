package org.parley.platform.test.counterexample.nested;

import org.parley.platform.test.counterexample.nested.inner.Inner;

/** A type that needs a type of a subpackage. */
public class Outer {

	public Inner inner() {
		return new Inner();
	}

}
