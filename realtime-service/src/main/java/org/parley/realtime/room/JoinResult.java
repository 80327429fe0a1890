package org.parley.realtime.room;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The result of a join request.
 *
 * @param code {@code ok} or the problem code
 * @param offset offset after which the client receives all events; null if unknown
 */
public record JoinResult(String code, @Nullable Long offset) {

	/** Creates the result of a refused request. */
	public static JoinResult refused(String code) {
		return new JoinResult(code, null);
	}

	public boolean isOk() {
		return this.code.equals("ok");
	}

	/** Returns the acknowledgement for the client. */
	public Map<String, Object> answer() {
		var answer = new LinkedHashMap<String, Object>();
		answer.put("ok", isOk());
		if (!isOk()) {
			answer.put("code", this.code);
		}
		else if (this.offset != null) {
			answer.put("offset", this.offset);
		}
		return answer;
	}

}
