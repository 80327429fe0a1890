package org.parley.forum.content;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * A stack that holds the parser's recursion, which follows the nesting of emphasis and
 * images, for any text of 50,000 characters. {@link NestingLimit} comes after it.
 */
final class DeepStackExecutor {

	private static final long BYTES = 64L * 1024 * 1024;

	private DeepStackExecutor() {
	}

	static <T> T call(Supplier<T> work) {
		var task = new FutureTask<T>(work::get);
		Thread.ofPlatform().name("markdown").stackSize(BYTES).start(task);
		try {
			return task.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while a text was read", ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A text could not be read", ex.getCause());
		}
	}

}
