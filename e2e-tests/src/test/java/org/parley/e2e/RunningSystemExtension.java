package org.parley.e2e;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;
import org.parley.localstack.StackUnavailableException;

/**
 * Starts the system once and ends it after the last test. Without servers the tests are
 * skipped and say why; in continuous integration they fail.
 */
final class RunningSystemExtension implements ParameterResolver {

	private static final Namespace ALL = Namespace.create(RunningSystem.class);

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == RunningSystem.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		try {
			return context.getRoot()
				.getStore(ALL)
				.computeIfAbsent(RunningSystem.class, (_) -> RunningSystem.start(), RunningSystem.class);
		}
		catch (StackUnavailableException ex) {
			if (StackUnavailableException.failsTests()) {
				throw ex;
			}
			throw new TestAbortedException(String.valueOf(ex.getMessage()), ex);
		}
	}

}
