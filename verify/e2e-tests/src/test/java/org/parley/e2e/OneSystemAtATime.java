package org.parley.e2e;

import java.util.Comparator;

import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Order;

/**
 * Runs the classes without a {@link RunningSystem} first, then those of separate
 * processes, then those of one process; among these, {@link Order} decides.
 */
public final class OneSystemAtATime implements ClassOrderer {

	@Override
	public void orderClasses(ClassOrdererContext context) {
		context.getClassDescriptors()
			.sort(Comparator.comparingInt(OneSystemAtATime::turn).thenComparingInt(OneSystemAtATime::order));
	}

	private static int turn(ClassDescriptor test) {
		return test.findAnnotation(EndToEnd.class).map((system) -> system.apart() ? 1 : 2).orElse(0);
	}

	private static int order(ClassDescriptor test) {
		return test.findAnnotation(Order.class).map(Order::value).orElse(Order.DEFAULT);
	}

}
