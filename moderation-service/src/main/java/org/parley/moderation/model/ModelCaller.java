package org.parley.moderation.model;

import java.time.Duration;

import org.parley.platform.ai.ModelBudget;
import org.parley.platform.ai.ModelCallException;
import org.parley.platform.ai.ModelCallOutcome;
import org.parley.platform.ai.ModelCalls;
import org.parley.platform.ai.ModelHttpClient;

/** Calls an endpoint within its limits. */
final class ModelCaller {

	private final ModelEndpoint endpoint;

	private final ModelHttpClient http;

	private final ModelCalls calls;

	private final ModelBudget budget;

	private final ModerationModelMetrics metrics;

	private final Duration maxDuration;

	ModelCaller(ModelEndpoint endpoint, ModelHttpClient http, ModelCalls calls, ModelBudget budget,
			ModerationModelMetrics metrics, Duration maxDuration) {
		this.endpoint = endpoint;
		this.http = http;
		this.calls = calls;
		this.budget = budget;
		this.metrics = metrics;
		this.maxDuration = maxDuration;
	}

	/** The name of the model; empty if none is configured. */
	String model() {
		return this.endpoint.model();
	}

	/**
	 * Whether the circuit is closed and the limits allow a call, as far as this instance
	 * knows without asking.
	 */
	boolean isReady() {
		return this.budget.isOpen() && this.calls.isPermitted();
	}

	/** The cost of tokens at the configured price. */
	double cost(long tokens) {
		return this.metrics.cost(tokens);
	}

	/** The longest time that a call takes with all retries. */
	Duration maxDuration() {
		return this.maxDuration;
	}

	/**
	 * Asks the model.
	 * @throws ModelCallException when it does not rate the text
	 */
	ModelOpinion ask(ModelQuestion question) {
		return this.calls.call(() -> askWithinBudget(question));
	}

	private ModelOpinion askWithinBudget(ModelQuestion question) {
		var request = this.endpoint.request(question);
		var opinion = this.budget.call(this.endpoint.highestCost(question, request),
				() -> this.metrics.time(() -> send(question, request)), ModelOpinion::tokens);
		this.metrics.recordAnswer(opinion.tokens());
		if (opinion.scores().isEmpty()) {
			throw new ModelCallException(ModelCallOutcome.DECLINED);
		}
		return opinion;
	}

	private ModelOpinion send(ModelQuestion question, byte[] request) {
		return this.endpoint.read(question, this.http.post(this.endpoint.path(), request));
	}

}
