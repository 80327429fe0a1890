package org.parley.moderation.model;

import java.time.Duration;

import org.parley.platform.ai.ModelBudgetLimits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Limits of each kind of outside model for the whole cluster; 0 for none.
 *
 * @param tokensPerDay the tokens of a day in UTC
 * @param costPerDay the cost of a day in UTC, in the currency of {@code parley.ai.price}
 * @param callsAtOnce the concurrent calls
 */
@ConfigurationProperties("parley.ai.budget")
record ModelBudgetSettings(@DefaultValue("0") long tokensPerDay, @DefaultValue("0") double costPerDay,
		@DefaultValue("0") int callsAtOnce) {

	private static final double MILLION = 1_000_000;

	ModelBudgetSettings {
		Assert.isTrue(tokensPerDay >= 0, "parley.ai.budget.tokens-per-day must not be negative");
		Assert.isTrue(costPerDay >= 0, "parley.ai.budget.cost-per-day must not be negative");
		Assert.isTrue(callsAtOnce >= 0, "parley.ai.budget.calls-at-once must not be negative");
	}

	/** The limits at a price per million tokens, of calls that take at most so long. */
	ModelBudgetLimits limits(String purpose, double price, Duration longestCall) {
		return new ModelBudgetLimits(purpose, tokens(price), calls(), longestCall);
	}

	/** The tokens that both limits of a day allow at a price per million. */
	private long tokens(double price) {
		var byCost = (this.costPerDay > 0 && price > 0) ? (long) (this.costPerDay / price * MILLION) : Long.MAX_VALUE;
		return Math.min((this.tokensPerDay > 0) ? this.tokensPerDay : Long.MAX_VALUE, byCost);
	}

	private int calls() {
		return (this.callsAtOnce > 0) ? this.callsAtOnce : Integer.MAX_VALUE;
	}

}
