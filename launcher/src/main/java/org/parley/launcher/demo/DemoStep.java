package org.parley.launcher.demo;

import java.util.function.Supplier;

/**
 * One thing that happens in a story.
 *
 * @param name a sentence that says it
 * @param act makes it happen and says what was seen, in one line; ends in an exception at
 * the first thing that is not as expected
 */
public record DemoStep(String name, Supplier<String> act) {
}
