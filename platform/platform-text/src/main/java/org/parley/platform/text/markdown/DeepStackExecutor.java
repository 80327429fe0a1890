package org.parley.platform.text.markdown;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Runs the parser on a thread with a large stack. Its recursion follows the nesting of
 * emphasis and images, and the stack is large enough for any text of 50,000 characters.
 * {@link NestingLimit} runs only after parsing.
 */
final class DeepStackExecutor {

	private static final long STACK_BYTES = 64L * 1024 * 1024;

	private DeepStackExecutor() {
	}

	static <T> T call(Supplier<T> task) {
		var future = new FutureTask<T>(task::get);
		Thread.ofPlatform().name("markdown").stackSize(STACK_BYTES).start(future);
		try {
			return future.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while parsing Markdown", ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("Markdown could not be parsed", ex.getCause());
		}
	}

}
