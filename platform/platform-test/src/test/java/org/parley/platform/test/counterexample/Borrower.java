package org.parley.platform.test.counterexample;

import org.parley.forum.ForumClass;

class Borrower {

	final ForumClass borrowed = new ForumClass();

}
