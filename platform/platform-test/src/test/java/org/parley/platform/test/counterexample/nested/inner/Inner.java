package org.parley.platform.test.counterexample.nested.inner;

import org.parley.platform.test.counterexample.nested.Outer;

/** A type of a subpackage that needs the package above. */
public class Inner {

	public Outer outer() {
		return new Outer();
	}

}
