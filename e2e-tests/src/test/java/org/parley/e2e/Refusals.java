package org.parley.e2e;

import java.util.regex.Pattern;

import org.parley.launcher.client.Answer;

/** What every refusal has in common. */
final class Refusals {

	private static final Pattern INSIDES = Pattern.compile(
			"Exception|\\b(?:org|java|com|tools|jakarta)\\.[a-z]|\\bat [a-z]+\\.[a-z]|stack ?trace|\\bMongo|Jackson|Spring|\\$where|\\{ ?\"?find",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern CODE = Pattern.compile("[a-z]+(?:-[a-z]+)*(?:\\.[a-z]+(?:-[a-z]+)*)+");

	private Refusals() {
	}

	/** Expects a problem document with this status and, unless it is empty, this code. */
	static void check(Answer answer, int status, String code) {
		answer.is(status);
		answer.refused(status, code.isEmpty() ? answer.text("/code") : code);
		answer.expect(CODE.matcher(answer.text("/code")).matches(), "a stable code");
		answer.has("/type", "urn:parley:problem:" + answer.text("/code"));
		answer.expect(!answer.text("/title").isEmpty() && !answer.text("/detail").isEmpty(), "a title and a sentence");
		answer.has("/correlationId", answer.header("X-Correlation-Id"));
		answer.expect(!INSIDES.matcher(answer.body()).find(), "no word about our insides");
	}

}
