package org.parley.platform.test;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.parley.localstack.LocalStack;
import org.parley.localstack.StackUnavailableException;

/** Skips tests without servers, but fails them where servers are required. */
final class LocalStackCondition implements ExecutionCondition {

	/** The timeout for servers on a busy machine. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** An unwanted effect has a moment to show itself before the first check. */
	private static final Duration POLL_DELAY = Duration.ofMillis(100);

	/** Most conditions become true within a few milliseconds. */
	private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

	static {
		Awaitility.setDefaultTimeout(PATIENCE);
		Awaitility.setDefaultPollDelay(POLL_DELAY);
		Awaitility.setDefaultPollInterval(POLL_INTERVAL);
	}

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		try {
			return ConditionEvaluationResult
				.enabled("Servers at " + LocalStack.forTests().rabbitManagement().getHost());
		}
		catch (StackUnavailableException ex) {
			if (StackUnavailableException.failsTests()) {
				throw ex;
			}
			return ConditionEvaluationResult.disabled(String.valueOf(ex.getMessage()));
		}
	}

}
