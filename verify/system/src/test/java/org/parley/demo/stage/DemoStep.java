package org.parley.demo.stage;

import java.util.function.Supplier;

/**
 * A step of the demo.
 *
 * @param name a sentence that describes the step
 * @param act runs the step and returns its result in one line; throws an exception at the
 * first unexpected response
 */
public record DemoStep(String name, Supplier<String> act) {
}
