package org.parley.platform.messaging;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.platform.test.pattern.LinearPatterns;

class PatternTests {

	@TestFactory
	Stream<DynamicTest> expressionsAreLinear() {
		return LinearPatterns.of("org.parley.platform.messaging");
	}

}
