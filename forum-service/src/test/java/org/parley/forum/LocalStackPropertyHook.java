package org.parley.forum;

import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.parley.localstack.LocalStack;
import org.parley.localstack.StackUnavailableException;

/** Provides the servers of {@code @LocalStackTest} to jqwik properties. */
class LocalStackPropertyHook implements SkipExecutionHook {

	@Override
	public SkipResult shouldBeSkipped(LifecycleContext context) {
		try {
			LocalStack.forTests();
			return SkipResult.doNotSkip();
		}
		catch (StackUnavailableException ex) {
			if (StackUnavailableException.failsTests()) {
				throw ex;
			}
			return SkipResult.skip(String.valueOf(ex.getMessage()));
		}
	}

	@Override
	public PropagationMode propagateTo() {
		return PropagationMode.ALL_DESCENDANTS;
	}

}
