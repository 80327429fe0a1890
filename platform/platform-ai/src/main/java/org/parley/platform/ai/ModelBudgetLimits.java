package org.parley.platform.ai;

import java.time.Duration;

/**
 * Limits of the calls that the whole cluster makes.
 *
 * @param purpose the purpose of the calls; each has a budget
 * @param tokensPerDay the tokens of a day in UTC; {@link Long#MAX_VALUE} for no limit
 * @param callsAtOnce the concurrent calls; {@link Integer#MAX_VALUE} for no limit
 * @param longestCall the time after which a call is lost
 */
public record ModelBudgetLimits(String purpose, long tokensPerDay, int callsAtOnce, Duration longestCall) {

	boolean isLimited() {
		return this.tokensPerDay < Long.MAX_VALUE || this.callsAtOnce < Integer.MAX_VALUE;
	}

}
