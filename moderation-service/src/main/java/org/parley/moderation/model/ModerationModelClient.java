package org.parley.moderation.model;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.parley.platform.ai.ModelCallException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the outside model. Failures yield an empty result and no exception. */
public class ModerationModelClient {

	private static final Logger log = LoggerFactory.getLogger(ModerationModelClient.class);

	private final Map<ModelKind, ModelCaller> callers;

	/**
	 * Creates a client.
	 * @param callers the callers of the configured models, and of no others
	 */
	ModerationModelClient(Map<ModelKind, ModelCaller> callers) {
		this.callers = Map.copyOf(callers);
	}

	/** The name of the model of a kind; empty if none is configured. */
	public Optional<String> name(ModelKind kind) {
		return caller(kind).map(ModelCaller::model);
	}

	/** Whether a model of any kind is configured. */
	public boolean isConfigured() {
		return !this.callers.isEmpty();
	}

	/**
	 * Whether a model is configured, the circuit is closed and the limits allow a call,
	 * as far as this instance knows without asking.
	 */
	public boolean isReady(ModelKind kind) {
		return caller(kind).filter(ModelCaller::isReady).isPresent();
	}

	/** The cost of tokens at the configured price. */
	public double cost(ModelKind kind, long tokens) {
		return caller(kind).map((caller) -> caller.cost(tokens)).orElse(0d);
	}

	/** The longest time that a call takes with all retries. */
	public Duration maxDuration() {
		return this.callers.values()
			.stream()
			.map(ModelCaller::maxDuration)
			.reduce(Duration.ZERO, (one, other) -> (one.compareTo(other) > 0) ? one : other);
	}

	/**
	 * Evaluates a text, without its email addresses and phone numbers; empty if no model
	 * is configured or the call fails.
	 * @throws TextDeclinedException if this text is not rated
	 */
	public Optional<ModelOpinion> evaluate(ModelQuestion question) {
		return caller(question.kind()).flatMap((caller) -> ask(caller, question.redacted()));
	}

	private static Optional<ModelOpinion> ask(ModelCaller caller, ModelQuestion redacted) {
		try {
			return Optional.of(caller.ask(redacted));
		}
		catch (ModelCallException ex) {
			log.atInfo().addKeyValue("outcome", ex.outcome().tag()).log("Model call failed; rules decide");
			return switch (ex.outcome()) {
				case DECLINED, UNFIT -> throw new TextDeclinedException(ex);
				default -> Optional.empty();
			};
		}
	}

	private Optional<ModelCaller> caller(ModelKind kind) {
		return Optional.ofNullable(this.callers.get(kind));
	}

}
