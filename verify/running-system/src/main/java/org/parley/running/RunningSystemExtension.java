package org.parley.running;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;
import org.parley.localstack.StackUnavailableException;

/**
 * Starts a system once and stops it after the last test. Without servers the tests are
 * skipped with a reason; in CI they fail.
 */
final class RunningSystemExtension implements ParameterResolver {

	private static final Namespace ALL = Namespace.create(RunningSystem.class);

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == RunningSystem.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		var apart = context.getRequiredTestClass().getAnnotation(EndToEnd.class).apart();
		var systems = context.getRoot().getStore(ALL);
		try {
			return systems.computeIfAbsent(apart, (_) -> new Started(apart), Started.class).system().get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof StackUnavailableException missing && !StackUnavailableException.failsTests()) {
				throw new TestAbortedException(String.valueOf(missing.getMessage()), missing);
			}
			throw new ParameterResolutionException("Parley did not start", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ParameterResolutionException("Interrupted", ex);
		}
	}

	/**
	 * The result of the only start, shared by all tests.
	 *
	 * @param system running, or why not
	 */
	private record Started(Future<RunningSystem> system) implements AutoCloseable {

		Started(boolean apart) {
			this(CompletableFuture.supplyAsync(() -> RunningSystem.start(apart), Runnable::run));
		}

		@Override
		public void close() {
			if (this.system.state() == Future.State.SUCCESS) {
				this.system.resultNow().close();
			}
		}

	}

}
