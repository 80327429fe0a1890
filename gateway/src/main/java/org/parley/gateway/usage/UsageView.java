package org.parley.gateway.usage;

import java.util.ArrayList;
import java.util.List;

import org.parley.gateway.limit.RateLimitUsage.Usage;

/**
 * The usage of the caller's personal tokens and apps.
 *
 * @param data tokens first, in the order of auth-service
 */
record UsageView(List<Program> data) {

	/** Joins programs with their usage, which is in the order of tokens and apps. */
	static UsageView of(List<OwnedProgram> tokens, List<OwnedProgram> apps, List<Usage> usage) {
		var programs = new ArrayList<Program>();
		var next = usage.iterator();
		tokens.forEach((token) -> programs.add(Program.of("token", token, next.next())));
		apps.forEach((app) -> programs.add(Program.of("app", app, next.next())));
		return new UsageView(programs);
	}

	/**
	 * The usage of one program.
	 *
	 * @param kind {@code token} or {@code app}
	 * @param id of the token, or the {@code client_id}
	 * @param name chosen by its owner
	 * @param quota the number of requests
	 * @param windowSeconds in which time
	 * @param used the requests that count now
	 * @param remaining the requests that are left
	 */
	record Program(String kind, String id, String name, long quota, long windowSeconds, long used, long remaining) {

		private static Program of(String kind, OwnedProgram owned, Usage usage) {
			return new Program(kind, owned.id(), owned.name(), usage.quota(), usage.windowSeconds(), usage.used(),
					usage.remaining());
		}

	}

}
